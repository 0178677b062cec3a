// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.embedded.sql.Expr.ColumnReference;
import io.tdspring.embedded.sql.Expr.DurationLiteral;
import io.tdspring.embedded.sql.Query.Direction;
import io.tdspring.embedded.sql.Query.Duplicates;
import io.tdspring.embedded.sql.Query.Limit;
import io.tdspring.embedded.sql.Query.NullOrder;
import io.tdspring.embedded.sql.Query.OrderItem;
import io.tdspring.embedded.sql.Query.Union;
import io.tdspring.embedded.sql.Select.FillMode;
import io.tdspring.embedded.sql.Select.Interval;
import io.tdspring.embedded.sql.Select.JoinKind;
import io.tdspring.embedded.sql.Select.JoinSide;
import io.tdspring.embedded.sql.Select.JoinSource;
import io.tdspring.embedded.sql.Select.Quantifier;
import io.tdspring.embedded.sql.Select.SubquerySource;
import io.tdspring.embedded.sql.Select.TableSource;
import io.tdspring.embedded.sql.Select.WindowOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectParserTest {

    private static final Expr V = new ColumnReference(null, "v");

    @Test
    void readsEveryClause() {
        Select select = select("""
                select _wstart, avg(v) a from db.t x where v > 1 partition by tbname p, v
                interval(1m, 10s) sliding(30s) fill(value, 0, -1) having avg(v) > 2
                order by a desc nulls last, v slimit 3 soffset 4 limit 5 offset 6""");

        assertThat(select.items().get(1).alias()).isEqualTo("a");
        assertThat(select.from()).isEqualTo(new TableSource(new TableName("db", "t"), "x"));
        assertThat(select.where()).isNotNull();
        assertThat(select.partitionBy()).extracting(SelectItem::name).containsExactly("p", "v");
        Interval interval = (Interval) select.window();
        assertThat(interval.every()).isEqualTo(new DurationLiteral(1, 'm'));
        assertThat(interval.offset()).isEqualTo(new DurationLiteral(10, 's'));
        assertThat(interval.sliding()).isEqualTo(new DurationLiteral(30, 's'));
        assertThat(interval.fill().mode()).isEqualTo(FillMode.VALUE);
        assertThat(interval.fill().values()).hasSize(2);
        assertThat(select.having()).isNotNull();
        assertThat(select.orderBy())
                .containsExactly(
                        new OrderItem(new ColumnReference(null, "a"), Direction.DESCENDING, NullOrder.LAST),
                        new OrderItem(V, Direction.ASCENDING, NullOrder.DEFAULT));
        assertThat(select.partitionLimit()).isEqualTo(new Limit(3, 4));
        assertThat(select.limit()).isEqualTo(new Limit(5, 6));
    }

    @Test
    void readsTheOffsetFirstInTheShortForm() {
        assertThat(select("select v from t limit 2, 7").limit()).isEqualTo(new Limit(7, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select all v", "select v", "SELECT V"})
    void needsNoTable(String sql) {
        assertThat(select(sql).from()).isNull();
        assertThat(select(sql).quantifier()).isEqualTo(Quantifier.ALL);
    }

    @Test
    void readsTheWordsBehindSelect() {
        assertThat(select("select distinct v from t").quantifier()).isEqualTo(Quantifier.DISTINCT);
        assertThat(select("select tags v from t").quantifier()).isEqualTo(Quantifier.TAGS);
        assertThat(select("select distinct tags v from t").quantifier()).isEqualTo(Quantifier.DISTINCT_TAGS);
    }

    @Test
    void readsSubqueries() {
        Select select = select("select a.* from (select v from t limit 1) as a");

        assertThat(select.items().get(0).expr()).isEqualTo(new Expr.Star("a"));
        assertThat(select.from()).isEqualTo(new SubquerySource(select("select v from t limit 1"), "a"));
    }

    @Test
    void sortsAndLimitsTheWholeOfAUnion() {
        Union union = (Union) Parser.parse("select 1 union all select 2 union select 3 order by 1 limit 2");

        assertThat(union.duplicates()).isEqualTo(Duplicates.REMOVE);
        assertThat(((Union) union.left()).duplicates()).isEqualTo(Duplicates.KEEP);
        assertThat(union.right()).isEqualTo(select("select 3"));
        assertThat(union.orderBy()).hasSize(1);
        assertThat(union.limit()).isEqualTo(new Limit(2, 0));
    }

    @Test
    void cutsAnUnaliasedNameAt64BytesButNotWithinACharacter() {
        String text = "'" + "字".repeat(30) + "'";

        assertThat(select("select " + text).items().get(0).name()).isEqualTo("'" + "字".repeat(21));
    }

    @Test
    void readsJoinsFromLeftToRight() {
        Select select = select("select v from a x left window join b window_offset(-1s, 2m) jlimit 3, c");

        JoinSource comma = (JoinSource) select.from();
        assertThat(comma.side()).isEqualTo(JoinSide.INNER);
        assertThat(comma.right()).isEqualTo(new TableSource(new TableName(null, "c"), null));
        JoinSource window = (JoinSource) comma.left();
        assertThat(window.side()).isEqualTo(JoinSide.LEFT);
        assertThat(window.kind()).isEqualTo(JoinKind.WINDOW);
        assertThat(window.left()).isEqualTo(new TableSource(new TableName(null, "a"), "x"));
        assertThat(window.window())
                .isEqualTo(new WindowOffset(new DurationLiteral(-1, 's'), new DurationLiteral(2, 'm')));
        assertThat(window.limit()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select v from a inner semi join b on a.ts = b.ts",
                "select v from a full anti join b on a.ts = b.ts",
                "select v from a left b",
                "select v from a left window join b jlimit 1",
                "select v from a left asof join b on a.ts < b.ts jlimit b"
            })
    void refusesJoinsThatTheGrammarDoesNotHave(String sql) {
        assertThatThrownBy(() -> Parser.parse(sql)).hasMessageStartingWith("syntax error near");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from a anomaly_window(v)",
                "select count(*) from a state_window(v) true_for(3s)",
                "select count(*) from a event_window start with v > 1 end with v < 1 true_for(3s)",
                "select count(*) from a count_window(3, 1, v, w)",
                "select interp(v) from a range('2024-01-01') every(1s) fill(prev)"
            })
    void saysClearlyWhatItDoesNotHave(String sql) {
        assertThatThrownBy(() -> Parser.parse(sql))
                .isInstanceOf(SqlException.class)
                .hasMessageMatching(
                        "(ANOMALY_WINDOW|TRUE_FOR|COUNT_WINDOW by several columns|RANGE) is not supported by the embedded server")
                .extracting(error -> ((SqlException) error).code())
                .isEqualTo(0x0100);
    }

    @Test
    void readsWindowsOfRows() {
        assertThat(select("select count(*) from t session(t.ts, 5m)").window())
                .isEqualTo(new Window.Session(new ColumnReference("t", "ts"), new DurationLiteral(5, 'm')));
        assertThat(select("select count(*) from t state_window(v)").window()).isEqualTo(new Window.State(V));
        assertThat(select("select count(*) from t count_window(3)").window()).isEqualTo(new Window.Count(3, 3, null));
        assertThat(select("select count(*) from t count_window(3, 2)").window())
                .isEqualTo(new Window.Count(3, 2, null));
        assertThat(select("select count(*) from t count_window(3, 2, v)").window())
                .isEqualTo(new Window.Count(3, 2, V));
        assertThat(select("select count(*) from t count_window(3, v)").window()).isEqualTo(new Window.Count(3, 3, V));
        assertThat(select(
                        "select count(*) from t event_window start with v is null end with v > 1 having count(*) > 2"))
                .satisfies(select -> assertThat(select.window()).isInstanceOf(Window.Event.class))
                .satisfies(select -> assertThat(select.having()).isNotNull());
    }

    private static Select select(String sql) {
        return (Select) Parser.parse(sql);
    }
}
