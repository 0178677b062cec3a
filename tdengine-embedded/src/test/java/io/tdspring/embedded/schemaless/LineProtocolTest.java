// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import static io.tdspring.embedded.schemaless.Sandbox.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.embedded.sql.SqlException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line protocol by the manual, where no recording shows it. */
class LineProtocolTest {

    private final Sandbox sandbox = new Sandbox();

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
        sandbox.line(line + " " + START);

        assertThat(sandbox.rows("select t from `" + superTable + "`")).containsExactly(List.of(tag));
    }

    @Test
    void takesEscapesFromTexts() {
        sandbox.line("m,t=1 a=\"say \\\"hi\\\", you=1\",b=\"back\\\\slash\",c=L\"x y\" " + START);

        assertThat(sandbox.rows("select a, b, c from m"))
                .containsExactly(List.of("say \"hi\", you=1", "back\\slash", "x y"));
    }

    @Test
    void takesEscapesFromFieldNames() {
        sandbox.line("m,t=1 a\\ b=1,c\\,d=2,e\\=f=3 " + START);

        assertThat(sandbox.columns("m")).containsSubsequence("a b DOUBLE(8)", "c,d DOUBLE(8)", "e=f DOUBLE(8)");
    }

    @Test
    void takesTheMomentForPointsWithoutATimestamp() {
        sandbox.line("st,t=1 v=1");

        assertThat(sandbox.rows("select cast(_ts as bigint) from st"))
                .containsExactly(List.of(Sandbox.NOW.toEpochMilli()));
    }

    @Test
    void writesNothingIfOneLineIsWrong() {
        assertThatThrownBy(() -> sandbox.line("st,t=1 v=1 " + START, "st,t=1 v=x " + START))
                .isInstanceOf(SqlException.class);

        assertThat(sandbox.database().findSuperTable("st")).isNull();
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
        assertThatThrownBy(() -> sandbox.line(line))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"192, 64, true", "193, 64, false", "192, 65, false"})
    void boundsNames(int measurement, int key, boolean fits) {
        String line = "m".repeat(measurement) + "," + "k".repeat(key) + "=1 v=1 " + START;

        if (fits) {
            assertThat(sandbox.line(line).affectedRows()).isEqualTo(1);
        } else {
            assertThatThrownBy(() -> sandbox.line(line)).isInstanceOf(SqlException.class);
        }
    }

    @Test
    void countsLinesWithoutTheNewlineAtTheEnd() {
        assertThat(sandbox.line("st,t=1 v=1 " + START + "\n").totalLines()).isEqualTo(1);
        assertThatThrownBy(() -> sandbox.line("st,t=1 v=1 " + START + "\n\n")).isInstanceOf(SqlException.class);
    }
}
