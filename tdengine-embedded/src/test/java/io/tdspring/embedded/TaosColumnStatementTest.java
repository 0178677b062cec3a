// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.taosdata.jdbc.TSDBConstants;
import com.taosdata.jdbc.ws.TSWSPreparedStatement;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vendor's own JDBC driver with what its prepared statements add to JDBC: table names, tags and columns. */
class TaosColumnStatementTest {

    private static final long START = 1_700_000_000_000L;
    private static final byte[] POINT = HexFormat.of().parseHex("010100000000000000000000000000000000000000");
    private static final String TYPES = "%1$sb bool, %1$si8 tinyint, %1$si16 smallint, %1$si32 int,"
            + " %1$si64 bigint, %1$su8 tinyint unsigned, %1$su16 smallint unsigned, %1$su32 int unsigned,"
            + " %1$su64 bigint unsigned, %1$sf float, %1$sd double, %1$ss varchar(20), %1$sn nchar(20),"
            + " %1$svb varbinary(20), %1$sg geometry(100)";
    private static final String PLACEHOLDERS = "?" + ",?".repeat(14);

    private EmbeddedTdengine server;
    private Connection connection;

    @BeforeEach
    void start() throws SQLException {
        server = EmbeddedTdengine.builder().start();
        connection =
                DriverManager.getConnection("jdbc:TAOS-WS://" + server.endpoint() + "/?user=root&password=taosdata");
        run("create database power keep 36500");
        connection.close();
        connection = DriverManager.getConnection(
                "jdbc:TAOS-WS://" + server.endpoint() + "/power?user=root&password=taosdata&varcharAsString=true");
        run("create stable kinds(ts timestamp, " + TYPES.formatted("") + ") tags(" + TYPES.formatted("t_") + ")");
        run("create stable meters(ts timestamp, current float, voltage int) tags(location varchar(20), groupid int)");
    }

    @AfterEach
    void stop() throws SQLException {
        connection.close();
        server.close();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private TSWSPreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql).unwrap(TSWSPreparedStatement.class);
    }

    private List<List<Object>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return rows(result);
        }
    }

    private static List<List<Object>> rows(ResultSet result) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        while (result.next()) {
            List<Object> row = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                Object cell = result.getObject(i);
                row.add(cell instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : cell);
            }
            rows.add(row);
        }
        return rows;
    }

    private static final List<Object> VALUES = List.of(
            true,
            (byte) -128,
            (short) -32768,
            Integer.MIN_VALUE,
            Long.MIN_VALUE,
            (short) 255,
            65535,
            4294967295L,
            new BigInteger("18446744073709551615"),
            -1.5f,
            2.25,
            "varchar é",
            "涛思😀",
            "00ff",
            HexFormat.of().formatHex(POINT));

    @Test
    void insertsColumnsOfEveryTypeWithNullsIntoSeveralTables() throws SQLException {
        try (TSWSPreparedStatement statement =
                prepare("insert into ? using kinds tags(" + PLACEHOLDERS + ") values(?," + PLACEHOLDERS + ")")) {
            for (String table : List.of("all_full", "all_empty")) {
                statement.setTableName(table);
                if (table.equals("all_full")) {
                    setTags(statement);
                } else {
                    setNullTags(statement);
                }
                setColumns(statement);
                statement.columnDataAddBatch();
            }
            statement.columnDataExecuteBatch();
        }

        List<Object> nulls = new ArrayList<>(Collections.nCopies(15, null));
        assertThat(rows("select " + columns("") + " from all_full order by ts")).containsExactly(VALUES, nulls);
        assertThat(rows("select " + columns("") + " from all_empty order by ts"))
                .containsExactly(VALUES, nulls);
        assertThat(rows("select distinct " + columns("t_") + " from all_full")).containsExactly(VALUES);
        assertThat(rows("select distinct " + columns("t_") + " from all_empty")).containsExactly(nulls);
    }

    private static String columns(String prefix) {
        return String.join(
                ",",
                List.of("b", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f", "d", "s", "n", "vb", "g")
                        .stream()
                        .map(name -> prefix + name)
                        .toList());
    }

    private static void setTags(TSWSPreparedStatement statement) throws SQLException {
        statement.setTagBoolean(0, true);
        statement.setTagByte(1, (byte) -128);
        statement.setTagShort(2, (short) -32768);
        statement.setTagInt(3, Integer.MIN_VALUE);
        statement.setTagLong(4, Long.MIN_VALUE);
        statement.setTagShort(5, (short) 255);
        statement.setTagInt(6, 65535);
        statement.setTagLong(7, 4294967295L);
        statement.setTagBigInteger(8, new BigInteger("18446744073709551615"));
        statement.setTagFloat(9, -1.5f);
        statement.setTagDouble(10, 2.25);
        statement.setTagString(11, "varchar é");
        statement.setTagNString(12, "涛思😀");
        statement.setTagVarbinary(13, new byte[] {0, -1});
        statement.setTagGeometry(14, POINT);
    }

    private static void setNullTags(TSWSPreparedStatement statement) throws SQLException {
        int[] types = {
            TSDBConstants.TSDB_DATA_TYPE_BOOL,
            TSDBConstants.TSDB_DATA_TYPE_TINYINT,
            TSDBConstants.TSDB_DATA_TYPE_SMALLINT,
            TSDBConstants.TSDB_DATA_TYPE_INT,
            TSDBConstants.TSDB_DATA_TYPE_BIGINT,
            TSDBConstants.TSDB_DATA_TYPE_UTINYINT,
            TSDBConstants.TSDB_DATA_TYPE_USMALLINT,
            TSDBConstants.TSDB_DATA_TYPE_UINT,
            TSDBConstants.TSDB_DATA_TYPE_UBIGINT,
            TSDBConstants.TSDB_DATA_TYPE_FLOAT,
            TSDBConstants.TSDB_DATA_TYPE_DOUBLE,
            TSDBConstants.TSDB_DATA_TYPE_BINARY,
            TSDBConstants.TSDB_DATA_TYPE_NCHAR,
            TSDBConstants.TSDB_DATA_TYPE_VARBINARY,
            TSDBConstants.TSDB_DATA_TYPE_GEOMETRY
        };
        for (int i = 0; i < types.length; i++) {
            statement.setTagNull(i, types[i]);
        }
    }

    private static void setColumns(TSWSPreparedStatement statement) throws SQLException {
        statement.setTimestamp(0, Arrays.asList(START, START + 1));
        statement.setBoolean(1, Arrays.asList(true, null));
        statement.setByte(2, Arrays.asList((byte) -128, null));
        statement.setShort(3, Arrays.asList((short) -32768, null));
        statement.setInt(4, Arrays.asList(Integer.MIN_VALUE, null));
        statement.setLong(5, Arrays.asList(Long.MIN_VALUE, null));
        statement.setShort(6, Arrays.asList((short) 255, null));
        statement.setInt(7, Arrays.asList(65535, null));
        statement.setLong(8, Arrays.asList(4294967295L, null));
        statement.setBigInteger(9, Arrays.asList(new BigInteger("18446744073709551615"), null));
        statement.setFloat(10, Arrays.asList(-1.5f, null));
        statement.setDouble(11, Arrays.asList(2.25, null));
        statement.setString(12, Arrays.asList("varchar é", null), 20);
        statement.setNString(13, Arrays.asList("涛思😀", null), 20);
        statement.setVarbinary(14, Arrays.asList(new byte[] {0, -1}, null), 20);
        statement.setGeometry(15, Arrays.asList(POINT, null), 100);
    }

    @Test
    void insertsRowsIntoTablesNamedOneAfterTheOther() throws SQLException {
        try (TSWSPreparedStatement statement = prepare("insert into ? using meters tags(?,?) values(?,?,?)")) {
            for (int table = 0; table < 2; table++) {
                statement.setTableName("d" + table);
                statement.setTagString(0, "place " + table);
                statement.setTagInt(1, table);
                for (int i = table; i < 4; i += 2) {
                    statement.setTimestamp(1, new Timestamp(START + i));
                    statement.setFloat(2, i + 0.5f);
                    statement.setInt(3, i);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }

        assertThat(rows("select tbname, location, groupid, voltage, current from meters order by voltage"))
                .containsExactly(
                        List.of("d0", "place 0", 0, 0, 0.5f),
                        List.of("d1", "place 1", 1, 1, 1.5f),
                        List.of("d0", "place 0", 0, 2, 2.5f),
                        List.of("d1", "place 1", 1, 3, 3.5f));
    }

    @Test
    void insertsBytesOfAnyLength() throws SQLException {
        run("create table blobs(ts timestamp, b blob)");
        byte[] large = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);

        try (PreparedStatement statement = connection.prepareStatement("insert into blobs values(?,?)")) {
            statement.setTimestamp(1, new Timestamp(START));
            statement.setBytes(2, large);
            statement.addBatch();
            statement.setTimestamp(1, new Timestamp(START + 1));
            statement.setNull(2, java.sql.Types.BLOB);
            statement.addBatch();
            statement.executeBatch();
        }

        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select b from blobs order by ts")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getBytes(1)).isEqualTo(large);
            assertThat(result.next()).isTrue();
            assertThat(result.getBytes(1)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "voltage in (?, ?)                    | 2 | 3 | 2 3",
                "voltage between ? and ?              | 2 | 3 | 2 3",
                "voltage not between ? and ?          | 1 | 3 | 0 4",
                "not voltage < ? and voltage <> ?     | 2 | 3 | 2 4",
                "voltage * ? + 1 > ?                  | 2 | 6 | 3 4",
                "abs(voltage - ?) <= ?                | 3 | 1 | 2 3 4",
                "case when voltage > ? then 1 else 0 end = ? | 2 | 1 | 3 4",
            })
    void bindsParametersAnywhereInACondition(String condition, int first, int second, String expected)
            throws SQLException {
        addVoltages();

        try (PreparedStatement statement =
                connection.prepareStatement("select voltage from d0 where " + condition + " order by ts")) {
            statement.setInt(1, first);
            statement.setInt(2, second);
            try (ResultSet result = statement.executeQuery()) {
                assertThat(rows(result).stream().map(row -> row.get(0).toString()))
                        .containsExactly(expected.split(" "));
            }
        }
    }

    @Test
    void bindsParametersOutsideOfTheCondition() throws SQLException {
        addVoltages();

        try (PreparedStatement statement = connection.prepareStatement(
                "select voltage + ?, concat(location, ?) from meters where tbname like ? and location = ?"
                        + " group by voltage, location having max(current) > ? order by voltage desc")) {
            statement.setInt(1, 100);
            statement.setString(2, "!");
            statement.setString(3, "d%");
            statement.setString(4, "here");
            statement.setFloat(5, 2.5f);
            try (ResultSet result = statement.executeQuery()) {
                assertThat(rows(result).stream().map(Object::toString))
                        .containsExactly("[104.0, here!]", "[103.0, here!]");
            }
        }
    }

    private void addVoltages() throws SQLException {
        for (int i = 0; i < 5; i++) {
            run("insert into d0 using meters tags('here', 1) values(" + (START + i) + "," + i + "," + i + ")");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insert into d1 select * from d0 where voltage > ? | A prepared INSERT with SELECT",
                "insert into d0 values(?,?,?)(?,?,?)               | A prepared INSERT of several tables or rows",
                "insert into d0 values(?,?,?) d1 values(?,?,?)     | A prepared INSERT of several tables or rows",
            })
    void refusesWhatItCannotPrepare(String sql, String what) throws SQLException {
        addVoltages();

        assertThatThrownBy(() -> prepare(sql).close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(what + " is not supported by the embedded server");
    }
}
