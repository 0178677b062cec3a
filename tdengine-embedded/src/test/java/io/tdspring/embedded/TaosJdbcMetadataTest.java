// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor's own JDBC driver finds out about databases and tables, over both of its protocols. */
class TaosJdbcMetadataTest {

    private EmbeddedTdengine server;

    @BeforeEach
    void start() throws SQLException {
        server = EmbeddedTdengine.builder().start();
        try (Connection connection = connect("TAOS-RS");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("create database power");
            statement.executeUpdate("create stable power.meters(ts timestamp, current float, note nchar(6))"
                    + " tags(location varchar(20), groupid int)");
            statement.executeUpdate("create table power.d1 using power.meters tags('x', 2)");
            statement.executeUpdate("create table power.lone(ts timestamp, v int)");
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Connection connect(String protocol) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + protocol + "://" + server.endpoint() + "/?user=root&password=taosdata");
    }

    private interface Question {
        ResultSet ask(DatabaseMetaData meta) throws SQLException;
    }

    private List<String> answers(String protocol, Question question, String... columns) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect(protocol);
                ResultSet result = question.ask(connection.getMetaData())) {
            while (result.next()) {
                StringJoiner row = new StringJoiner(" ");
                for (String column : columns) {
                    row.add(result.getString(column));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAOS-RS", "TAOS-WS"})
    void findsTheCatalogs(String protocol) throws SQLException {
        assertThat(answers(protocol, DatabaseMetaData::getCatalogs, "TABLE_CAT"))
                .containsExactlyInAnyOrder("information_schema", "performance_schema", "power");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAOS-RS", "TAOS-WS"})
    void findsTheTables(String protocol) throws SQLException {
        Question tables = meta -> meta.getTables("power", null, "%", new String[] {"TABLE", "STABLE"});

        assertThat(answers(protocol, tables, "TABLE_CAT", "TABLE_NAME"))
                .containsExactlyInAnyOrder("power meters", "power d1", "power lone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAOS-RS", "TAOS-WS"})
    void findsTheViewsOfWhichThereAreNone(String protocol) throws SQLException {
        assertThat(answers(protocol, meta -> meta.getTables("power", null, "%", new String[] {"VIEW"}), "TABLE_NAME"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAOS-RS", "TAOS-WS"})
    void findsTheColumnsAndTagsOfATable(String protocol) throws SQLException {
        Question columns = meta -> meta.getColumns("power", null, "d1", "%");

        assertThat(answers(protocol, columns, "TABLE_NAME", "COLUMN_NAME", "TYPE_NAME"))
                .containsExactlyInAnyOrder(
                        "d1 ts TIMESTAMP",
                        "d1 current FLOAT",
                        "d1 note NCHAR",
                        "d1 location VARCHAR",
                        "d1 groupid INT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAOS-RS", "TAOS-WS"})
    void findsAColumnOrTagInAllTables(String protocol) throws SQLException {
        Question column = meta -> meta.getColumns("power", null, "%", "ts");
        Question tag = meta -> meta.getColumns("power", null, "%", "groupid");

        assertThat(answers(protocol, column, "TABLE_NAME", "COLUMN_NAME", "TYPE_NAME"))
                .containsExactlyInAnyOrder("meters ts TIMESTAMP", "d1 ts TIMESTAMP", "lone ts TIMESTAMP");
        assertThat(answers(protocol, tag, "TABLE_NAME", "COLUMN_NAME", "TYPE_NAME"))
                .containsExactly("d1 groupid INT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAOS-RS", "TAOS-WS"})
    void findsTheColumnsOfAllTables(String protocol) throws SQLException {
        Question columns = meta -> meta.getColumns(null, null, "%", "%");

        assertThat(answers(protocol, columns, "TABLE_CAT", "TABLE_NAME", "COLUMN_NAME"))
                .contains("power meters current", "power lone v", "power d1 location");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAOS-RS", "TAOS-WS"})
    void findsThePrimaryKey(String protocol) throws SQLException {
        assertThat(answers(protocol, meta -> meta.getPrimaryKeys("power", null, "meters"), "TABLE_NAME", "COLUMN_NAME"))
                .containsExactly("meters ts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAOS-RS", "TAOS-WS"})
    void findsTheSuperTableOfATable(String protocol) throws SQLException {
        assertThat(answers(protocol, meta -> meta.getSuperTables("power", null, "d1"), "TABLE_NAME", "SUPERTABLE_NAME"))
                .containsExactly("d1 meters");
    }
}
