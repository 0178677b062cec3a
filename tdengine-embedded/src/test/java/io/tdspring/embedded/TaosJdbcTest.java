// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's own JDBC driver at work, over both of its protocols. */
class TaosJdbcTest {

    private static final Instant START = Instant.ofEpochMilli(1_700_000_000_000L);

    private EmbeddedTdengine server;

    @BeforeEach
    void start() {
        server = EmbeddedTdengine.builder().start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Connection connect(String protocol, String database, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + protocol + "://" + server.endpoint() + "/" + database + "?user=root&password=" + password);
    }

    private void create(String protocol) throws SQLException {
        try (Connection connection = connect(protocol, "", "taosdata");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("create database power keep 36500");
            statement.executeUpdate("create stable power.meters(ts timestamp, current float, voltage int)"
                    + " tags(location varchar(20), groupid int)");
            statement.executeUpdate("create table power.d1 using power.meters tags('北京', 2)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAOS-RS", "TAOS-WS"})
    void createsTablesInsertsAndQueries(String protocol) throws SQLException {
        create(protocol);
        List<String> rows = new ArrayList<>();
        int inserted;

        try (Connection connection = connect(protocol, "power", "taosdata");
                Statement statement = connection.createStatement()) {
            inserted =
                    statement.executeUpdate("insert into d1 values(1700000000000, 10.5, 219)(1700000001000, null, 220)"
                            + " d2 using meters tags('上海', 3) values(1700000000000, 11.25, 221)");
            try (ResultSet result = statement.executeQuery(
                    "select ts, current, voltage, location, tbname from meters order by tbname, ts")) {
                while (result.next()) {
                    rows.add(result.getTimestamp(1).toInstant() + " " + result.getObject("current") + " "
                            + result.getInt("voltage") + " " + result.getString("location") + " "
                            + result.getString("tbname"));
                }
            }
        }

        assertThat(inserted).isEqualTo(3);
        assertThat(rows)
                .containsExactly(
                        START + " 10.5 219 北京 d1",
                        START.plusSeconds(1) + " null 220 北京 d1",
                        START + " 11.25 221 上海 d2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAOS-RS", "TAOS-WS"})
    void readsTheMetadataOfAResult(String protocol) throws SQLException {
        create(protocol);
        List<String> columns = new ArrayList<>();

        try (Connection connection = connect(protocol, "power", "taosdata");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from meters")) {
            ResultSetMetaData meta = result.getMetaData();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                columns.add(meta.getColumnLabel(i) + " " + meta.getColumnTypeName(i));
            }
        }

        assertThat(columns)
                // BINARY is the driver's name for VARCHAR.
                .containsExactly("ts TIMESTAMP", "current FLOAT", "voltage INT", "location BINARY", "groupid INT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAOS-RS", "TAOS-WS"})
    void readsAllTypes(String protocol) throws SQLException {
        RestPeer rest = new RestPeer(server);
        GoldenData.create(rest);

        try (Connection connection = connect(protocol, "gold_ms", "taosdata");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from alltypes order by ts")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getTimestamp("ts")).isEqualTo(Timestamp.from(START));
            assertThat(row.getBoolean("c_bool")).isTrue();
            assertThat(row.getInt("c_i8")).isEqualTo(1);
            assertThat(row.getInt("c_i16")).isEqualTo(2);
            assertThat(row.getInt("c_i32")).isEqualTo(3);
            assertThat(row.getLong("c_i64")).isEqualTo(4);
            assertThat(row.getInt("c_u8")).isEqualTo(5);
            assertThat(row.getInt("c_u16")).isEqualTo(6);
            assertThat(row.getLong("c_u32")).isEqualTo(7);
            assertThat(row.getFloat("c_f")).isEqualTo(1.5f);
            assertThat(row.getDouble("c_d")).isEqualTo(2.25);
            assertThat(row.getString("c_vc")).isEqualTo("ab");
            assertThat(row.getString("c_nc")).isEqualTo("涛思");
            assertThat(row.getTimestamp("c_ts")).isEqualTo(Timestamp.from(START.plusMillis(1)));

            assertThat(row.next()).isTrue();
            assertThat(row.getObject("c_vc")).isNull();
            assertThat(row.getObject("c_nc")).isNull();

            assertThat(row.next()).isTrue();
            assertThat(row.next()).isTrue();
            assertThat(new BigInteger(row.getObject("c_u64").toString()))
                    .isEqualTo(new BigInteger("18446744073709551615"));
            int more = 0;
            while (row.next()) {
                more++;
            }
            assertThat(more).isEqualTo(6);
        }
    }

    /** Over REST the driver hands out the JSON text of bytes, and nothing for a DECIMAL. */
    @Test
    void readsBytesAndDecimals() throws SQLException {
        RestPeer rest = new RestPeer(server);
        GoldenData.create(rest);

        try (Connection connection = connect("TAOS-WS", "gold_ms", "taosdata");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select c_vb, c_geo, c_blob, c_d64, c_d128 from alltypes order by ts limit 1")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBytes("c_vb")).containsExactly(1, 2, 0xff);
            assertThat(row.getBytes("c_geo")).hasSize(21).startsWith(1, 1, 0, 0, 0);
            assertThat(row.getBytes("c_blob")).containsExactly(0, 0xff, 0x10);
            assertThat(row.getBigDecimal("c_d64")).isEqualTo(new BigDecimal("12.3400"));
            assertThat(row.getBigDecimal("c_d128")).isEqualTo(new BigDecimal("1.5000000000"));
        }
    }

    @Test
    void packsMessagesIfItLikes() throws SQLException {
        create("TAOS-WS");
        try (Connection connection = connect("TAOS-WS", "power", "taosdata&enableCompression=true");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into d1 values(1700000000000, 10.5, 219)");
            try (ResultSet result = statement.executeQuery("select voltage from d1")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getInt(1)).isEqualTo(219);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAOS-RS", "TAOS-WS"})
    void hearsOfAWrongPassword(String protocol) {
        assertThatThrownBy(() -> {
                    try (Connection connection = connect(protocol, "", "wrong");
                            Statement statement = connection.createStatement()) {
                        statement.executeUpdate("create database d");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Authentication failure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAOS-RS", "TAOS-WS"})
    void hearsOfAnError(String protocol) throws SQLException {
        create(protocol);

        try (Connection connection = connect(protocol, "power", "taosdata");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from nosuch"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Table does not exist");
        }
    }
}
