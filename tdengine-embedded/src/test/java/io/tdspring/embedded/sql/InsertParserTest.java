// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.embedded.sql.Expr.Binary;
import io.tdspring.embedded.sql.Expr.BinaryOperator;
import io.tdspring.embedded.sql.Expr.DurationLiteral;
import io.tdspring.embedded.sql.Expr.FunctionCall;
import io.tdspring.embedded.sql.Expr.Literal;
import java.util.List;
import org.junit.jupiter.api.Test;

class InsertParserTest {

    @Test
    void readsRowsForSeveralTables() {
        Insert insert = parse("insert into a (ts, v) values (1, 2) (3, 4), (5, 6), db.`B` values (7);");

        assertThat(insert.targets()).hasSize(2);
        assertThat(insert.targets().get(0).columns()).containsExactly("ts", "v");
        assertThat(insert.targets().get(0).rows()).hasSize(3);
        assertThat(insert.targets().get(1).table()).isEqualTo(new TableName("db", "B"));
        assertThat(insert.targets().get(1).columns()).isEmpty();
        assertThat(values(insert.targets().get(1), 0)).containsExactly(literal(7L));
    }

    @Test
    void takesColumnsBeforeUsingAndBehindTags() {
        for (String sql : List.of(
                "insert into a (ts) using s (t1, t2) tags ('x', -1) values (1)",
                "insert into a using s (t1, t2) tags ('x', -1) (ts) values (1)")) {
            Insert.Target target = parse(sql).targets().get(0);

            assertThat(target.columns()).containsExactly("ts");
            assertThat(target.using()).isNotNull();
            assertThat(target.using().superTable()).isEqualTo(new TableName(null, "s"));
            assertThat(target.using().tagNames()).containsExactly("t1", "t2");
            assertThat(target.using().tags()).containsExactly(literal("x"), literal(-1L));
        }
    }

    @Test
    void takesTbnameAmongTheColumnsOfASuperTable() {
        Insert insert = parse("insert into s (TBNAME, ts) values ('t1', now)");

        assertThat(insert.targets().get(0).columns()).containsExactly("tbname", "ts");
    }

    @Test
    void keepsNumbersAsWrittenWithTheirSign() {
        Insert insert = parse("insert into a values (-5, +2.50, 0x1F, 0b11, -0x10, 18446744073709551615)");

        assertThat(values(insert.targets().get(0), 0))
                .extracting(value -> ((Literal) value).text())
                .containsExactly("-5", "+2.50", "0x1f", "0b11", "-0x10", "18446744073709551615");
        assertThat(values(insert.targets().get(0), 0))
                .startsWith(literal(-5L), literal(2.5), literal(31L), literal(3L), literal(-16L));
    }

    @Test
    void readsTimes() {
        Insert insert = parse("insert into a values (now, NOW+1m, today(), '2024-01-01' - 1s)");
        Expr now = new FunctionCall("now", List.of());

        assertThat(values(insert.targets().get(0), 0))
                .containsExactly(
                        now,
                        new Binary(BinaryOperator.ADD, now, new DurationLiteral(1, 'm')),
                        new FunctionCall("today", List.of()),
                        new Binary(BinaryOperator.SUBTRACT, literal("2024-01-01"), new DurationLiteral(1, 's')));
    }

    /** Messages as recorded in insert_numbers, insert_strings and insert_using. */
    @Test
    void showsAStringItselfAndForOtherValuesTheRest() {
        Insert insert = parse("insert into COIN (ts,ti,v) values (1704067209000,127.5,'Bad')");
        List<Expr> values = values(insert.targets().get(0), 0);

        assertThat(insert.invalid(values.get(1), "tinyint data overflow"))
                .hasMessage("syntax error near '127.5,'Bad')' (tinyint data overflow)");
        assertThat(insert.invalid(values.get(2), "invalid int data"))
                .hasMessage("syntax error near 'Bad' (invalid int data)");
        assertThat(insert.rest(insert.targets().get(0).rows().get(0).closing())).isEqualTo(")");
        assertThat(insert.rest(insert.targets().get(0).nameEnd())).startsWith(" (ts,ti,v)");
    }

    @Test
    void leavesATableWithoutRowsAtTheEndToTheCatalog() {
        Insert insert = parse("insert into a values (1, 2) foo");

        assertThat(insert.targets()).hasSize(2);
        assertThat(insert.targets().get(1).table().name()).isEqualTo("foo");
        assertThat(insert.targets().get(1).rows()).isEmpty();
    }

    @Test
    void readsAnInsertOfAQuery() {
        Statement statement = Parser.parse("insert into a (ts, v) select ts, w from b");

        assertThat(statement).isInstanceOf(Statement.InsertSelect.class);
        assertThat(((Statement.InsertSelect) statement).columns()).containsExactly("ts", "v");
    }

    @Test
    void readsAMegabyte() {
        StringBuilder sql = new StringBuilder("insert into a values ");
        for (int row = 0; row < 30_000; row++) {
            sql.append("('2024-01-01 00:00:00.")
                    .append(row)
                    .append("', ")
                    .append(row)
                    .append(", -1.5)");
        }

        assertThat(parse(sql.toString()).targets().get(0).rows()).hasSize(30_000);
    }

    @Test
    void cutsLongStatementsInMessages() {
        assertThatThrownBy(() -> Parser.parse("insert into a values (x" + ",1".repeat(10_000) + ")"))
                .hasMessageEndingWith("' (invalid data or symbol)")
                .message()
                .hasSizeLessThan(500);
    }

    private static Insert parse(String sql) {
        return (Insert) Parser.parse(sql);
    }

    private static List<Expr> values(Insert.Target target, int row) {
        return target.rows().get(row).values();
    }

    private static Literal literal(Object value) {
        return new Literal(value, "", 0);
    }
}
