// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor's own JDBC driver with prepared statements, which it sends over WebSocket. */
class TaosPreparedStatementTest {

    private static final Instant START = Instant.ofEpochMilli(1_700_000_000_000L);

    private EmbeddedTdengine server;
    private Connection connection;

    @BeforeEach
    void start() throws SQLException {
        server = EmbeddedTdengine.builder().start();
        run("", "create database power keep 36500");
        connection = connect("power");
        run(
                "power",
                "create stable meters(ts timestamp, current float, voltage int) tags(location varchar(20), groupid int)");
    }

    @AfterEach
    void stop() throws SQLException {
        connection.close();
        server.close();
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:TAOS-WS://" + server.endpoint() + "/" + database + "?user=root&password=taosdata");
    }

    private void run(String database, String sql) throws SQLException {
        try (Connection own = connect(database);
                Statement statement = own.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : " ").append(result.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private void addMeters(String sql, int tables) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < 4; i++) {
                statement.setString(1, "d" + i % tables);
                statement.setString(2, "北京" + i % tables);
                statement.setInt(3, i % tables);
                statement.setTimestamp(4, Timestamp.from(START.plusMillis(i)));
                if (i == 2) {
                    statement.setNull(5, Types.FLOAT);
                } else {
                    statement.setFloat(5, i + 0.5f);
                }
                statement.setInt(6, 200 + i);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Test
    void insertsABatchWithTableNamesAndTags() throws SQLException {
        addMeters("insert into meters(tbname, location, groupid, ts, current, voltage) values(?,?,?,?,?,?)", 2);

        assertThat(rows("select tbname, location, groupid, voltage, current from meters order by voltage"))
                .containsExactly("d0 北京0 0 200 0.5", "d1 北京1 1 201 1.5", "d0 北京0 0 202 null", "d1 北京1 1 203 3.5");
    }

    @Test
    void createsTablesWithUsing() throws SQLException {
        addMeters("insert into ? using meters tags(?,?) values(?,?,?)", 3);

        assertThat(rows("select tbname, groupid, voltage, current from meters order by voltage"))
                .containsExactly("d0 0 200 0.5", "d1 1 201 1.5", "d2 2 202 null", "d0 0 203 3.5");
    }

    @Test
    void insertsIntoOneTableRowByRow() throws SQLException {
        run("power", "create table d1 using meters tags('x', 1)");
        int inserted = 0;

        try (PreparedStatement statement = connection.prepareStatement("insert into d1 values(?,?,?)")) {
            for (int i = 0; i < 3; i++) {
                statement.setTimestamp(1, Timestamp.from(START.plusMillis(i)));
                statement.setFloat(2, i);
                statement.setInt(3, i);
                inserted += statement.executeUpdate();
            }
        }

        assertThat(inserted).isEqualTo(3);
        assertThat(rows("select voltage from d1")).containsExactly("0", "1", "2");
    }

    @Test
    void insertsEveryType() throws SQLException {
        run(
                "power",
                "create table kinds(ts timestamp, b bool, i8 tinyint, i16 smallint, i32 int, i64 bigint, f float,"
                        + " d double, s varchar(20), n nchar(20), vb varbinary(20))");
        try (PreparedStatement statement =
                connection.prepareStatement("insert into kinds values(?,?,?,?,?,?,?,?,?,?,?)")) {
            statement.setTimestamp(1, Timestamp.from(START));
            statement.setBoolean(2, true);
            statement.setByte(3, (byte) -1);
            statement.setShort(4, (short) -2);
            statement.setInt(5, -3);
            statement.setLong(6, Long.MIN_VALUE + 1);
            statement.setFloat(7, 1.5f);
            statement.setDouble(8, -2.25);
            statement.setString(9, "varchar é");
            statement.setNString(10, "数涛😀");
            statement.setBytes(11, new byte[] {0, -1, 10});
            statement.addBatch();
            statement.setTimestamp(1, Timestamp.from(START.plusMillis(1)));
            int[] types = {
                Types.BOOLEAN,
                Types.TINYINT,
                Types.SMALLINT,
                Types.INTEGER,
                Types.BIGINT,
                Types.FLOAT,
                Types.DOUBLE,
                Types.VARCHAR,
                Types.NCHAR,
                Types.VARBINARY
            };
            for (int i = 0; i < types.length; i++) {
                statement.setNull(i + 2, types[i]);
            }
            statement.addBatch();
            statement.executeBatch();
        }

        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from kinds order by ts")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getTimestamp(1)).isEqualTo(Timestamp.from(START));
            assertThat(row.getBoolean(2)).isTrue();
            assertThat(row.getInt(3)).isEqualTo(-1);
            assertThat(row.getInt(4)).isEqualTo(-2);
            assertThat(row.getInt(5)).isEqualTo(-3);
            assertThat(row.getLong(6)).isEqualTo(Long.MIN_VALUE + 1);
            assertThat(row.getFloat(7)).isEqualTo(1.5f);
            assertThat(row.getDouble(8)).isEqualTo(-2.25);
            assertThat(row.getString(9)).isEqualTo("varchar é");
            assertThat(row.getString(10)).isEqualTo("数涛😀");
            assertThat(row.getBytes(11)).containsExactly(0, -1, 10);
            assertThat(row.next()).isTrue();
            for (int i = 2; i <= 11; i++) {
                assertThat(row.getObject(i)).as("column %d", i).isNull();
            }
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void bindsTheParametersOfAQuery() throws SQLException {
        addMeters("insert into meters(tbname, location, groupid, ts, current, voltage) values(?,?,?,?,?,?)", 2);
        List<Integer> voltages = new ArrayList<>();

        try (PreparedStatement statement = connection.prepareStatement(
                "select voltage from meters where location = ? and voltage > ? and ts >= ? order by ts")) {
            for (int above : new int[] {0, 201}) {
                statement.setString(1, "北京1");
                statement.setInt(2, above);
                statement.setTimestamp(3, Timestamp.from(START));
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        voltages.add(result.getInt(1));
                    }
                }
            }
        }

        assertThat(voltages).containsExactly(201, 203, 203);
    }

    @Test
    void hearsThatATableIsMissing() {
        assertThatThrownBy(() -> {
                    try (PreparedStatement statement = connection.prepareStatement("insert into nosuch values(?,?)")) {
                        statement.executeUpdate();
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Table does not exist");
    }
}
