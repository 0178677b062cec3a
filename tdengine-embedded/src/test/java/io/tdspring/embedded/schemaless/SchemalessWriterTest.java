// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.Column;
import io.tdspring.embedded.engine.SessionState;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Database;
import io.tdspring.protocol.schemaless.SchemalessInsert;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of TDengine's manual for schemaless writing, where no recording shows them. */
class SchemalessWriterTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.006Z");
    private static final long START = 1_767_225_600_000L;

    private final SqlEngine engine = new SqlEngine(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);
    private SessionState session;

    @BeforeEach
    void createDatabase() {
        session = engine.newSession("root");
        engine.execute(session, "create database d");
        engine.execute(session, "use d");
    }

    private Written line(String... lines) {
        return write(SchemalessInsert.LINE, String.join("\n", lines), "");
    }

    private Written write(int protocol, String data, String tableNameKey) {
        return engine.write(session, new SchemalessInsert(1, protocol, "ms", data, 0, tableNameKey));
    }

    private List<List<Object>> rows(String sql) {
        StatementResult.Rows result = (StatementResult.Rows) engine.execute(session, sql);
        List<List<Object>> rows = new ArrayList<>();
        result.rows().forEachRemaining(row -> rows.add(Arrays.asList(row)));
        return rows;
    }

    private Database database() {
        return Objects.requireNonNull(engine.catalog().find("d"));
    }

    private List<String> columns(String superTable) {
        var found = Objects.requireNonNull(database().findSuperTable(superTable));
        return Stream.concat(found.columns().stream(), found.tags().stream())
                .map(SchemalessWriterTest::shown)
                .toList();
    }

    private static String shown(Column column) {
        return column.name() + " " + column.type() + "(" + column.length() + ")";
    }

    @Test
    void makesTheSuperTableOfTheManual() {
        line("st,t1=3,t2=4,t3=t3 c1=3i64,c3=\"passit\",c2=false,c4=4f64 " + START);

        assertThat(columns("st"))
                .containsExactly(
                        "_ts TIMESTAMP(8)",
                        "c1 BIGINT(8)",
                        "c3 VARCHAR(6)",
                        "c2 BOOL(1)",
                        "c4 DOUBLE(8)",
                        "t1 NCHAR(1)",
                        "t2 NCHAR(1)",
                        "t3 NCHAR(2)");
    }

    /** The example of the manual, where the tags are sorted already. */
    @ParameterizedTest
    @ValueSource(strings = {"measurement,tag_key1=3i64,tag_key2=3i64", "measurement,tag_key2=3i64,tag_key1=3i64"})
    void namesChildTablesLikeTheManual(String series) {
        line(series + " v=1 " + START);

        assertThat(database().findTable("t_de7c74d3ed66e7682177edeaca965aec")).isNotNull();
    }

    @Test
    void addsColumnsAndTagsAndMakesThemLonger() {
        line("st,t1=a c1=3i64,c5=\"pass\" " + START);

        line("st,t1=abc,t2=x c5=\"passit\",c6=L\"äöü\" " + START);

        assertThat(columns("st"))
                .containsExactly(
                        "_ts TIMESTAMP(8)",
                        "c1 BIGINT(8)",
                        "c5 VARCHAR(6)",
                        "c6 NCHAR(3)",
                        "t1 NCHAR(3)",
                        "t2 NCHAR(1)");
        assertThat(rows("select c1, c5, c6, t1, t2 from st order by t1"))
                .containsExactly(
                        Arrays.asList(3L, "pass", null, "a", null), Arrays.asList(null, "passit", "äöü", "abc", "x"));
    }

    @Test
    void makesAColumnAsLongAsTheLongestValueOfTheRequest() {
        Written written = line("st,t=1 c=\"a\" " + START, "# a remark", "st,t=1 c=\"abcde\" " + (START + 1));

        assertThat(columns("st")).contains("c VARCHAR(5)");
        assertThat(written).isEqualTo(new Written(2, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "c=4i | 4u",
                "c=4 | 4i",
                "c=\"a\" | L\"a\"",
                "c=t | \"t\"",
            })
    void refusesAnotherType(String field, String value) {
        line("st,t=1 " + field + " " + START);

        assertThatThrownBy(() -> line("st,t=1 d=1i8 " + START, "st,t=1 c=" + value + " " + START))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(0x3002));
        assertThat(columns("st")).as("nothing has changed").hasSize(3);
    }

    @Test
    void refusesTwoTypesInOneRequest() {
        assertThatThrownBy(() -> line("st,t=1 c=4 " + START, "st,t=1 c=4i " + (START + 1)))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(0x3002));
        assertThat(database().findSuperTable("st")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a\\ b\\,c,t=x v=1 | a b,c | x",
                "m,t=x\\ y\\,z\\=1 v=1 | m | x y,z=1",
                "m,t=a\\b v=1 | m | a\\b",
                "m,t=a\\\\b v=1 | m | a\\b",
            })
    void takesEscapesFromNamesAndTags(String line, String superTable, String tag) {
        line(line + " " + START);

        assertThat(rows("select t from `" + superTable + "`")).containsExactly(List.of(tag));
    }

    @Test
    void takesEscapesFromTexts() {
        line("m,t=1 a=\"say \\\"hi\\\", you=1\",b=\"back\\\\slash\",c=L\"x y\" " + START);

        assertThat(rows("select a, b, c from m")).containsExactly(List.of("say \"hi\", you=1", "back\\slash", "x y"));
    }

    @Test
    void takesEscapesFromFieldNames() {
        line("m,t=1 a\\ b=1,c\\,d=2,e\\=f=3 " + START);

        assertThat(columns("m")).containsSubsequence("a b DOUBLE(8)", "c,d DOUBLE(8)", "e=f DOUBLE(8)");
    }

    @Test
    void replacesDotsInNames() {
        write(SchemalessInsert.LINE, "meters.current,t=1,n=my.table v=1 " + START, "n");

        assertThat(database().findSuperTable("meters_current")).isNotNull();
        assertThat(database().findTable("my_table")).isNotNull();
    }

    @Test
    void tellsNamesApartByCase() {
        line("St,t=1 V=1 " + START, "st,t=1 v=2 " + START);

        assertThat(rows("select `V` from `St`")).containsExactly(List.of(1.0));
        assertThat(rows("select v from st")).containsExactly(List.of(2.0));
    }

    @Test
    void writesPointsWithoutTags() {
        line("st v=1 " + START);

        assertThat(columns("st")).containsExactly("_ts TIMESTAMP(8)", "v DOUBLE(8)", "_tag_null NCHAR(1)");
        assertThat(rows("select v, _tag_null from st")).containsExactly(Arrays.asList(1.0, null));
    }

    @Test
    void takesTheMomentForPointsWithoutATimestamp() {
        line("st,t=1 v=1");

        assertThat(rows("select cast(_ts as bigint) from st")).containsExactly(List.of(NOW.toEpochMilli()));
    }

    @Test
    void writesNothingIfOneLineIsWrong() {
        assertThatThrownBy(() -> line("st,t=1 v=1 " + START, "st,t=1 v=x " + START))
                .isInstanceOf(SqlException.class);

        assertThat(database().findSuperTable("st")).isNull();
    }

    @Test
    void writesIntoTablesThatWereMadeBySql() {
        engine.execute(session, "create stable st(ts timestamp, v int) tags(t nchar(10))");

        line("st,t=1 v=7i32 " + START);

        assertThat(rows("select cast(ts as bigint), v, t from st")).containsExactly(List.of(START, 7L, "1"));
    }

    @Test
    void leavesColumnsAloneThatALineDoesNotName() {
        line("st,t=1 a=1,b=2 " + START);

        line("st,t=1 b=3 " + START);

        assertThat(rows("select a, b from st")).containsExactly(List.of(1.0, 3.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "st,t=1 a=128i8 | 515",
                "st,t=1 a=-1u64 | 515",
                "st,t=1 a=18446744073709551616u | 515",
                "st,t=1 a=1e39f32 | 515",
                "st,t=1 a=1e309 | 515",
                "st,t=1 a=nan | 515",
                "st,t=1 a=0x10 | 515",
                "st,t=1 a=\"a\"b | 515",
                "st,t=1 a=B\"\\x1\" | 515",
                "st,t=1 a=G\"nothing\" | 515",
                "st,t=1 a= | 515",
                "st,t=1 a | 543",
                "st,t=1 | 543",
                "st,=1 a=1 | 543",
                "st,t=1, a=1 | 543",
                "st,t=a=b a=1 | 12290",
                "st,t=1 a=1 1 2 | 295",
                "st,t=1 a=1 -5 | 295",
                "st,t=1 a=1 99999999999999999999 | 295",
                "st,t=1 a=1 9223372036854775807 | 1547",
                "st,t=1 a=1 1 | 1547",
                "st,t=1 a=1 0 | 256",
                "st,t=1 t=1 | 9788",
                "# only a remark | 12290",
            })
    void refusesWhatIsWrong(String line, int code) {
        assertThatThrownBy(() -> line(line))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"192, 64, true", "193, 64, false", "192, 65, false"})
    void boundsNames(int measurement, int key, boolean fits) {
        String line = "m".repeat(measurement) + "," + "k".repeat(key) + "=1 v=1 " + START;

        if (fits) {
            assertThat(line(line).affectedRows()).isEqualTo(1);
        } else {
            assertThatThrownBy(() -> line(line)).isInstanceOf(SqlException.class);
        }
    }

    @Test
    void boundsTheNumberOfColumns() {
        StringBuilder line = new StringBuilder("m,t=1 c0=1");
        for (int i = 1; i <= 4096; i++) {
            line.append(",c").append(i).append("=1");
        }

        assertThatThrownBy(() -> line(line + " " + START))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(0x263f));
    }

    @Test
    void refusesTheNameOfAnotherTable() {
        engine.execute(session, "create table st(ts timestamp, v int)");
        engine.execute(session, "create table mine(ts timestamp, v int)");

        assertThatThrownBy(() -> line("st,t=1 v=1 " + START)).isInstanceOf(SqlException.class);
        assertThatThrownBy(() -> write(SchemalessInsert.LINE, "x,t=1,n=mine v=1 " + START, "n"))
                .isInstanceOf(SqlException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metric\":\"m\",\"timestamp\":1767225600,\"value\":1,\"tags\":{\"a\":{\"value\":{\"value\":1},\"type\":\"int\"}}}",
                "{\"metric\":\"m\",\"timestamp\":1767225600,\"value\":[1],\"tags\":{\"a\":1}}",
                "{\"metric\":\"m\",\"timestamp\":1767225600,\"value\":null,\"tags\":{\"a\":1}}",
                "{\"metric\":\"m\",\"timestamp\":1767225600,\"value\":1,\"tags\":{}}",
                "{\"metric\":\"m\",\"timestamp\":1767225600,\"value\":1,\"tags\":{\"a\":1}} 1",
                "{\"metric\":\"m\",\"timestamp\":1767225600,\"value\":1,\"value\":1,\"tags\":{\"a\":1}}",
                "{\"metric\":\"m\",\"timestamp\":1767225600,\"value\":1,\"tags\":{\"a\":1},\"x\":1}",
                "[1]",
                "[[[[[[[[[[",
                "7"
            })
    void refusesOtherJson(String json) {
        assertThatThrownBy(() -> write(SchemalessInsert.JSON, json, ""))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(0x0221));
    }

    @Test
    void keepsTheTypesOfJson() {
        write(
                SchemalessInsert.JSON,
                "{\"tags\":{\"a\":1,\"b\":\"x\",\"c\":true,\"d\":{\"type\":\"binary\",\"value\":\"y\"}},\"value\":"
                        + "{\"value\":7,\"type\":\"SmallInt\"},\"metric\":\"m.n\",\"timestamp\":"
                        + "{\"value\":1767225600000000,\"type\":\"us\"}}",
                "b");

        assertThat(columns("m_n"))
                .containsExactly("_ts TIMESTAMP(8)", "_value SMALLINT(2)", "a DOUBLE(8)", "c BOOL(1)", "d VARCHAR(1)");
        assertThat(rows("select cast(_ts as bigint), _value, a, c, d, tbname from m_n"))
                .containsExactly(List.of(START, 7L, 1.0, true, "y", "x"));
    }
}
