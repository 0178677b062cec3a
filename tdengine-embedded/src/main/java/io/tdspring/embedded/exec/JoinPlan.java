// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.Select.JoinKind;
import io.tdspring.embedded.sql.Select.JoinSide;
import io.tdspring.embedded.sql.SqlException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the joins of a FROM into memory. One thread's. */
final class JoinPlan {

    private final @Nullable Expr where;
    private final Function<Select.Source, Source> members;
    private final Function<Precision, EvaluationContext> contexts;

    /**
     * @param where the condition of an inner join without ON; it is to be met by the joined rows, too
     * @param members finds tables and runs queries
     * @param contexts what holds for the statement, by the unit of its timestamps
     */
    JoinPlan(
            @Nullable Expr where,
            Function<Select.Source, Source> members,
            Function<Precision, EvaluationContext> contexts) {
        this.where = where;
        this.members = members;
        this.contexts = contexts;
    }

    /** The joined rows. */
    Source source(Select.JoinSource join) {
        JoinInput joined = join(join);
        boolean byTime = join.kind() != JoinKind.ASOF && join.kind() != JoinKind.WINDOW;
        DerivedTable rows = DerivedTable.joined(joined.layout(), joined.rows(), byTime);
        return Source.of(rows, joined.layout().names());
    }

    /**
     * Checks a query over the joined rows.
     *
     * @throws SqlException 0x0100 for what no recording tells
     */
    static void checkUse(Select select, boolean isGrouped) {
        if (!(select.from() instanceof Select.JoinSource join)) {
            return;
        }
        if (select.window() != null) {
            throw SqlException.notSupported("a window over a join");
        }
        if (isGrouped && join.kind() == JoinKind.WINDOW) {
            throw SqlException.notSupported("an aggregate, GROUP BY or HAVING over a WINDOW JOIN");
        }
    }

    private JoinInput read(Select.Source from) {
        if (!(from instanceof Select.JoinSource join)) {
            return JoinInput.read(members.apply(from));
        }
        if (join.side() != JoinSide.INNER) {
            throw SqlException.notSupported("a join of what another join than an inner one gives");
        }
        return join(join);
    }

    private JoinInput join(Select.JoinSource join) {
        if (join.left() instanceof Select.JoinSource && join.side() != JoinSide.INNER) {
            throw SqlException.notSupported("several joins that are not all inner ones");
        }
        JoinInput left = read(join.left());
        JoinInput right = read(join.right());
        JoinLayout layout = left.layout().beside(right.layout());
        PairFilter filter = PairFilter.of(join.on(), layout, contexts.apply(layout.precision()));
        JoinCondition condition = condition(join, left.layout(), right.layout());
        JoinMatcher matcher = matcher(join, condition, left, right);
        List<@Nullable Object[]> rows = new JoinedRows(join, left, right, filter).rows(matcher);
        return new JoinInput(layout, rows);
    }

    private JoinCondition condition(Select.JoinSource join, JoinLayout left, JoinLayout right) {
        if (join.on() != null) {
            return JoinCondition.of(join.on(), left, right);
        }
        if (join.kind() == JoinKind.ASOF || join.kind() == JoinKind.WINDOW) {
            return JoinCondition.NONE;
        }
        if (join.side() != JoinSide.INNER) {
            throw SqlException.notSupported("an outer join without ON");
        }
        if (where == null) {
            throw new SqlException(0x2702, "not support cross join");
        }
        JoinCondition condition = JoinCondition.of(where, left, right);
        if (!condition.isOnEqualTime()) {
            throw SqlException.notSupported("a join whose WHERE does not compare the timestamps of its tables");
        }
        return condition;
    }

    private JoinMatcher matcher(Select.JoinSource join, JoinCondition condition, JoinInput left, JoinInput right) {
        JoinKeys keys = JoinKeys.of(join.side(), condition.equalities());
        JoinInput probe = join.side() == JoinSide.RIGHT ? left : right;
        if (join.kind() != JoinKind.ASOF && join.kind() != JoinKind.WINDOW) {
            if (condition.time() == null || !condition.isOnEqualTime()) {
                throw new SqlException(
                        0x2664,
                        "Not supported join since 'Join requires valid time series input and primary timestamp equal"
                                + " condition'");
            }
            return new EqualMatcher(keys.with(join.side(), condition.time()), probe.rows());
        }
        NearMatcher.refuseUnknown(join, condition);
        NearRange range = join.kind() == JoinKind.ASOF
                ? NearRange.asof(join, condition.time())
                : NearRange.window(join, probe.layout().precision());
        return new NearMatcher(keys, range, probe.rows());
    }
}
