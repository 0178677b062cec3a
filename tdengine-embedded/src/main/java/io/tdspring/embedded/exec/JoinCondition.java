// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Expr.BinaryOperator;
import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a condition says of the two sides of a join. Immutable.
 *
 * @param time how it compares their timestamps, null if it does not
 * @param equalities columns that have to be equal, timestamps left out
 * @param isComplete whether it says nothing else
 */
record JoinCondition(@Nullable Pair time, List<Pair> equalities, boolean isComplete) {

    /** The condition that is none. */
    static final JoinCondition NONE = new JoinCondition(null, List.of(), true);

    /**
     * {@code left operator right}.
     *
     * @param left place in the layout of the left side
     * @param right place in the layout of the right side
     */
    record Pair(BinaryOperator operator, int left, int right) {}

    /** What a condition says; columns of other tables than these are left out. */
    static JoinCondition of(Expr condition, JoinLayout left, JoinLayout right) {
        Reader reader = new Reader(left, right);
        reader.read(condition);
        return new JoinCondition(reader.time, List.copyOf(reader.equalities), reader.complete);
    }

    /** Whether the timestamps of both sides have to be equal. */
    boolean isOnEqualTime() {
        return time != null && time.operator() == BinaryOperator.EQUAL;
    }

    /** One thread's. */
    private static final class Reader {

        private final JoinLayout left;
        private final JoinLayout right;
        private final DerivedTable names;
        private final List<Pair> equalities = new ArrayList<>();
        private @Nullable Pair time;
        private boolean complete = true;

        Reader(JoinLayout left, JoinLayout right) {
            this.left = left;
            this.right = right;
            this.names = DerivedTable.joined(left.beside(right), List.of(), false);
        }

        void read(Expr condition) {
            if (condition instanceof Expr.Binary both && both.operator() == BinaryOperator.AND) {
                read(both.left());
                read(both.right());
                return;
            }
            Pair pair = condition instanceof Expr.Binary comparison ? pair(comparison) : null;
            boolean ofTime = pair != null && isOfTime(pair);
            if (pair != null && ofTime && time == null) {
                time = pair;
            } else if (pair != null && !ofTime && pair.operator() == BinaryOperator.EQUAL && isHashable(pair)) {
                equalities.add(pair);
            } else {
                complete = false;
            }
        }

        private @Nullable Pair pair(Expr.Binary comparison) {
            refuseTruncated(comparison.left());
            refuseTruncated(comparison.right());
            int a = place(comparison.left());
            int b = place(comparison.right());
            int width = left.columns().size();
            if (a < 0 || b < 0 || (a < width) == (b < width)) {
                return null;
            }
            return a < width
                    ? new Pair(comparison.operator(), a, b - width)
                    : new Pair(TimeRange.mirrored(comparison.operator()), b, a - width);
        }

        private static void refuseTruncated(Expr expr) {
            if (expr instanceof Expr.FunctionCall call && call.name().equals("timetruncate")) {
                throw SqlException.notSupported("timetruncate in the condition of a join");
            }
        }

        private int place(Expr expr) {
            if (expr instanceof Expr.ColumnReference column) {
                return names.indexOf(column.table(), column.name());
            }
            return expr instanceof Expr.PseudoColumn column && column.table() != null
                    ? names.indexOf(column.table(), column.name())
                    : -1;
        }

        private boolean isOfTime(Pair pair) {
            return left.times().contains(pair.left()) && right.times().contains(pair.right());
        }

        /** Whether equal cells are equal objects. */
        private boolean isHashable(Pair pair) {
            DataType type = left.columns().get(pair.left()).column().type();
            return type == right.columns().get(pair.right()).column().type()
                    && (type.isInteger() || type.isText() || type == DataType.BOOL || type == DataType.TIMESTAMP);
        }
    }
}
