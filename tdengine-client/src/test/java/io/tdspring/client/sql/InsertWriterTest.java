// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.sql.InsertTarget.ChildOf;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.UnsupportedFeatureException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InsertWriterTest {

    private static final InsertTarget PLAIN = new InsertTarget("", "t", null, List.of("ts", "v"));

    private final List<String> statements = new ArrayList<>();

    @Test
    void writesRowsOfSeveralTablesIntoOneStatement() {
        InsertTarget north = child("c6", "a");
        InsertTarget west = child("C7", null);
        InsertWriter writer = new InsertWriter(statements::add);

        writer.add(north, List.of(1714521600000L, 1.5));
        writer.add(north, Arrays.asList(1714608000000L, null));
        writer.add(west, List.of(1714521600000L, 2));
        writer.finish();

        assertThat(statements)
                .containsExactly("INSERT INTO `c6` USING `crop` (`field`,`no`) TAGS ('a',6) (`ts`,`y`)"
                        + " VALUES (1714521600000,1.5)(1714608000000,NULL)"
                        + " `C7` USING `crop` (`field`,`no`) TAGS (NULL,6) (`ts`,`y`) VALUES (1714521600000,2)");
    }

    @Test
    void namesTheDatabaseOfTableAndSuperTable() {
        InsertWriter writer = new InsertWriter(statements::add);

        writer.add(new InsertTarget("d", "c", new ChildOf("s", List.of("g"), List.of(1)), List.of("ts")), List.of(2L));
        writer.finish();

        assertThat(statements).containsExactly("INSERT INTO `d`.`c` USING `d`.`s` (`g`) TAGS (1) (`ts`) VALUES (2)");
    }

    @Test
    void fillsStatementsUpToTheLimitAndNotBeyond() {
        String three = "INSERT INTO `t` (`ts`,`v`) VALUES (10,'é')(11,'é')(12,'é')";
        InsertWriter writer = new InsertWriter(statements::add, three.getBytes(StandardCharsets.UTF_8).length);

        for (int i = 0; i < 7; i++) {
            writer.add(PLAIN, List.of(10 + i, "é"));
        }
        writer.finish();

        assertThat(statements)
                .containsExactly(
                        three,
                        "INSERT INTO `t` (`ts`,`v`) VALUES (13,'é')(14,'é')(15,'é')",
                        "INSERT INTO `t` (`ts`,`v`) VALUES (16,'é')");
    }

    @Test
    void countsTheHeadOfAnotherTableAgainstTheLimit() {
        String both = "INSERT INTO `t` (`ts`,`v`) VALUES (1,1) `u` (`ts`,`v`) VALUES (2,2)";
        InsertTarget other = new InsertTarget("", "u", null, List.of("ts", "v"));

        write(both.length(), List.of(PLAIN, other));
        write(both.length() - 1, List.of(PLAIN, other));

        assertThat(statements)
                .containsExactly(
                        both, "INSERT INTO `t` (`ts`,`v`) VALUES (1,1)", "INSERT INTO `u` (`ts`,`v`) VALUES (2,2)");
    }

    private void write(int limit, List<InsertTarget> targets) {
        InsertWriter writer = new InsertWriter(statements::add, limit);
        int row = 1;
        for (InsertTarget target : targets) {
            writer.add(target, List.of(row, row));
            row++;
        }
        writer.finish();
    }

    @Test
    void keepsManyRowsOfAllSortsOfCharactersWithinOneMebibyte() {
        InsertWriter writer = new InsertWriter(statements::add);
        String text = "aé字😀".repeat(700);

        for (int i = 0; i < 1000; i++) {
            writer.add(PLAIN, List.of(i, text));
        }
        writer.finish();

        assertThat(statements)
                .hasSizeGreaterThan(6)
                .allSatisfy(statement ->
                        assertThat(statement.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1_048_576));
        assertThat(String.join("", statements).split("字\\Q😀\\E'\\)", -1)).hasSize(1001);
    }

    @Test
    void takesARowThatFillsAStatementExactly() {
        int frame = "INSERT INTO `t` (`ts`,`v`) VALUES (1,'')".length();
        InsertWriter writer = new InsertWriter(statements::add);

        writer.add(PLAIN, List.of(1, "x".repeat(1_048_576 - frame)));
        writer.finish();

        assertThat(statements).singleElement().asString().hasSize(1_048_576);
    }

    @Test
    void refusesARowLongerThanAStatementWithoutShowingIt() {
        int frame = "INSERT INTO `c-secret` USING `crop` (`field`,`no`) TAGS ('secret',6) (`ts`,`y`) VALUES (1,'')"
                .length();
        InsertWriter writer = new InsertWriter(statements::add);

        assertThatThrownBy(() -> writer.add(child("c-secret", "secret"), List.of(1, "x".repeat(1_048_576 - frame + 1))))
                .isInstanceOf(TdengineProgrammingException.class)
                .hasMessage("a row of super table crop is longer than the 1048576 bytes of a statement");

        writer.add(PLAIN, List.of(1, 2));
        writer.finish();
        assertThat(statements).containsExactly("INSERT INTO `t` (`ts`,`v`) VALUES (1,2)");
    }

    @Test
    void leavesOutARefusedRow() {
        InsertWriter writer = new InsertWriter(statements::add);

        writer.add(PLAIN, List.of(1, 1));
        assertThatThrownBy(() -> writer.add(PLAIN, List.of(2, Double.NaN)))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThatThrownBy(() -> writer.add(child("c", Double.NaN), List.of(2, 2)))
                .isInstanceOf(UnsupportedFeatureException.class);
        writer.add(PLAIN, List.of(3, 3));
        writer.finish();

        assertThat(statements).containsExactly("INSERT INTO `t` (`ts`,`v`) VALUES (1,1) `t` (`ts`,`v`) VALUES (3,3)");
    }

    @Test
    void refusesARowThatDoesNotMatchItsColumns() {
        assertThatThrownBy(() -> new InsertWriter(statements::add).add(PLAIN, List.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 values for 2 columns");
    }

    @Test
    void handsOnNothingWithoutRows() {
        InsertWriter writer = new InsertWriter(statements::add);

        writer.finish();
        writer.add(PLAIN, List.of(1, 1));
        writer.finish();
        writer.finish();

        assertThat(statements).hasSize(1);
    }

    private static InsertTarget child(String name, Object field) {
        return new InsertTarget(
                "", name, new ChildOf("crop", List.of("field", "no"), Arrays.asList(field, 6)), List.of("ts", "y"));
    }
}
