// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Expr.BinaryOperator;
import io.tdspring.embedded.sql.SqlException;
import org.jspecify.annotations.Nullable;

/**
 * The timestamps between which a WHERE looks, as far as it compares the timestamp column with constants. Immutable.
 *
 * @param start the first one, {@link Long#MIN_VALUE} if there is no bound
 * @param end the last one, {@link Long#MAX_VALUE} if there is no bound
 */
record TimeRange(long start, long end) {

    private static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

    /**
     * The range of a condition.
     *
     * @throws SqlException 0x0100 if the condition says something else about the timestamp, too
     */
    static TimeRange of(@Nullable Expr where, Source source, EvaluationContext context) {
        return where == null ? ALL : new Reader(source, context).read(where);
    }

    boolean isBounded() {
        return start != Long.MIN_VALUE && end != Long.MAX_VALUE;
    }

    boolean isEmpty() {
        return start > end;
    }

    /** The first timestamp, or null if there is no bound. */
    @Nullable
    Long first() {
        return start == Long.MIN_VALUE ? null : (Long) start;
    }

    /** The last timestamp, or null if there is no bound. */
    @Nullable
    Long last() {
        return end == Long.MAX_VALUE ? null : (Long) end;
    }

    private TimeRange intersect(TimeRange other) {
        return new TimeRange(Math.max(start, other.start), Math.min(end, other.end));
    }

    /** The operator with its sides changed: {@code a < b} is {@code b > a}. */
    static BinaryOperator mirrored(BinaryOperator operator) {
        return switch (operator) {
            case LESS -> BinaryOperator.GREATER;
            case LESS_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
            case GREATER -> BinaryOperator.LESS;
            case GREATER_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
            default -> operator;
        };
    }

    /** Reads the conditions that AND joins; one thread's. */
    private static final class Reader {

        private final EvaluationContext context;
        private final ExpressionCompiler compiler;
        private boolean readsTimestamp;

        Reader(Source source, EvaluationContext context) {
            this.context = context;
            RowLeaves leaves = new RowLeaves(source);
            this.compiler = new ExpressionCompiler(
                    expr -> {
                        Evaluator leaf = leaves.leaf(expr);
                        readsTimestamp |= isTimestamp(leaf);
                        return leaf;
                    },
                    context);
        }

        TimeRange read(Expr condition) {
            if (condition instanceof Expr.Binary both && both.operator() == BinaryOperator.AND) {
                return read(both.left()).intersect(read(both.right()));
            }
            readsTimestamp = false;
            compiler.compile(condition);
            if (!readsTimestamp) {
                return ALL;
            }
            TimeRange range = bound(condition);
            if (range == null) {
                throw SqlException.notSupported("FILL, _qstart or _qend with such a condition on the timestamp");
            }
            return range;
        }

        private @Nullable TimeRange bound(Expr condition) {
            if (condition instanceof Expr.Between between) {
                Long low = constant(between.low());
                Long high = constant(between.high());
                boolean ofTimestamp = isTimestamp(compiler.compile(between.operand()));
                return ofTimestamp && low != null && high != null ? new TimeRange(low, high) : null;
            }
            if (!(condition instanceof Expr.Binary comparison)) {
                return null;
            }
            if (isTimestamp(compiler.compile(comparison.left()))) {
                return bound(comparison.operator(), constant(comparison.right()));
            }
            return isTimestamp(compiler.compile(comparison.right()))
                    ? bound(mirrored(comparison.operator()), constant(comparison.left()))
                    : null;
        }

        private static @Nullable TimeRange bound(BinaryOperator operator, @Nullable Long limit) {
            if (limit == null || limit == Long.MIN_VALUE || limit == Long.MAX_VALUE) {
                return null;
            }
            return switch (operator) {
                case EQUAL -> new TimeRange(limit, limit);
                case LESS -> new TimeRange(Long.MIN_VALUE, limit - 1);
                case LESS_OR_EQUAL -> new TimeRange(Long.MIN_VALUE, limit);
                case GREATER -> new TimeRange(limit + 1, Long.MAX_VALUE);
                case GREATER_OR_EQUAL -> new TimeRange(limit, Long.MAX_VALUE);
                default -> null;
            };
        }

        private @Nullable Long constant(Expr expr) {
            Evaluator adapted = Comparison.adapted(compiler.compile(expr), DataType.TIMESTAMP, context);
            return adapted instanceof Constant constant && constant.value() instanceof Long moment ? moment : null;
        }

        private static boolean isTimestamp(@Nullable Evaluator evaluator) {
            return evaluator instanceof RowLeaves.Cell cell && cell.column() == 0;
        }
    }
}
