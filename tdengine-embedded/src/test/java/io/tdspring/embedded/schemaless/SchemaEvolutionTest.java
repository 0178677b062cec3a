// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import static io.tdspring.embedded.schemaless.Sandbox.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.schemaless.SchemalessInsert;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What schemaless writing makes of tables, by the rules of TDengine's manual. */
class SchemaEvolutionTest {

    private final Sandbox sandbox = new Sandbox();

    @Test
    void makesTheSuperTableOfTheManual() {
        sandbox.line("st,t1=3,t2=4,t3=t3 c1=3i64,c3=\"passit\",c2=false,c4=4f64 " + START);

        assertThat(sandbox.columns("st"))
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
        sandbox.line(series + " v=1 " + START);

        assertThat(sandbox.database().findTable("t_de7c74d3ed66e7682177edeaca965aec"))
                .isNotNull();
    }

    @Test
    void addsColumnsAndTagsAndMakesThemLonger() {
        sandbox.line("st,t1=a c1=3i64,c5=\"pass\" " + START);

        sandbox.line("st,t1=abc,t2=x c5=\"passit\",c6=L\"äöü\" " + START);

        assertThat(sandbox.columns("st"))
                .containsExactly(
                        "_ts TIMESTAMP(8)",
                        "c1 BIGINT(8)",
                        "c5 VARCHAR(6)",
                        "c6 NCHAR(3)",
                        "t1 NCHAR(3)",
                        "t2 NCHAR(1)");
        assertThat(sandbox.rows("select c1, c5, c6, t1, t2 from st order by t1"))
                .containsExactly(
                        Arrays.asList(3L, "pass", null, "a", null), Arrays.asList(null, "passit", "äöü", "abc", "x"));
    }

    @Test
    void makesAColumnAsLongAsTheLongestValueOfTheRequest() {
        Written written = sandbox.line("st,t=1 c=\"a\" " + START, "# a remark", "st,t=1 c=\"abcde\" " + (START + 1));

        assertThat(sandbox.columns("st")).contains("c VARCHAR(5)");
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
        sandbox.line("st,t=1 " + field + " " + START);

        assertThatThrownBy(() -> sandbox.line("st,t=1 d=1i8 " + START, "st,t=1 c=" + value + " " + START))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(0x3002));
        assertThat(sandbox.columns("st")).as("nothing has changed").hasSize(3);
    }

    @Test
    void refusesTwoTypesInOneRequest() {
        assertThatThrownBy(() -> sandbox.line("st,t=1 c=4 " + START, "st,t=1 c=4i " + (START + 1)))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(0x3002));
        assertThat(sandbox.database().findSuperTable("st")).isNull();
    }

    @Test
    void replacesDotsInNames() {
        sandbox.write(SchemalessInsert.LINE, "meters.current,t=1,n=my.table v=1 " + START, "n");

        assertThat(sandbox.database().findSuperTable("meters_current")).isNotNull();
        assertThat(sandbox.database().findTable("my_table")).isNotNull();
    }

    @Test
    void tellsNamesApartByCase() {
        sandbox.line("St,t=1 V=1 " + START, "st,t=1 v=2 " + START);

        assertThat(sandbox.rows("select `V` from `St`")).containsExactly(List.of(1.0));
        assertThat(sandbox.rows("select v from st")).containsExactly(List.of(2.0));
    }

    @Test
    void writesPointsWithoutTags() {
        sandbox.line("st v=1 " + START);

        assertThat(sandbox.columns("st")).containsExactly("_ts TIMESTAMP(8)", "v DOUBLE(8)", "_tag_null NCHAR(1)");
        assertThat(sandbox.rows("select v, _tag_null from st")).containsExactly(Arrays.asList(1.0, null));
    }

    @Test
    void writesIntoTablesThatWereMadeBySql() {
        sandbox.sql("create stable st(ts timestamp, v int) tags(t nchar(10))");

        sandbox.line("st,t=1 v=7i32 " + START);

        assertThat(sandbox.rows("select cast(ts as bigint), v, t from st")).containsExactly(List.of(START, 7L, "1"));
    }

    @Test
    void leavesColumnsAloneThatALineDoesNotName() {
        sandbox.line("st,t=1 a=1,b=2 " + START);

        sandbox.line("st,t=1 b=3 " + START);

        assertThat(sandbox.rows("select a, b from st")).containsExactly(List.of(1.0, 3.0));
    }

    @Test
    void boundsTheNumberOfColumns() {
        StringBuilder line = new StringBuilder("m,t=1 c0=1");
        for (int i = 1; i <= 4096; i++) {
            line.append(",c").append(i).append("=1");
        }

        assertThatThrownBy(() -> sandbox.line(line + " " + START))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(0x263f));
    }

    @Test
    void refusesTheNameOfAnotherTable() {
        sandbox.sql("create table st(ts timestamp, v int)");
        sandbox.sql("create table mine(ts timestamp, v int)");

        assertThatThrownBy(() -> sandbox.line("st,t=1 v=1 " + START)).isInstanceOf(SqlException.class);
        assertThatThrownBy(() -> sandbox.write(SchemalessInsert.LINE, "x,t=1,n=mine v=1 " + START, "n"))
                .isInstanceOf(SqlException.class);
    }

    @Test
    void takesNewColumnsFromManyAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Written>> writes = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String line = "st,t%d=1 c%d=1,same=\"%s\" ".formatted(i % 8, i % 10, "x".repeat(1 + i / 10)) + START;
                writes.add(() -> sandbox.line(line));
            }
            for (Future<Written> write : threads.invokeAll(writes, 20, TimeUnit.SECONDS)) {
                assertThat(write.get().affectedRows()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(sandbox.columns("st")).hasSize(1 + 10 + 1 + 8).contains("same VARCHAR(40)");
        assertThat(sandbox.rows("select same from st where t7 = '1'")).isNotEmpty();
    }
}
