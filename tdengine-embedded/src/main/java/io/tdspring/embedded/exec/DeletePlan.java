// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.Statement;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a DELETE removes: the rows of some tables from one timestamp to another. Immutable.
 *
 * @param tables whose tags meet the condition
 * @param first the first timestamp, {@link Long#MIN_VALUE} if there is no bound
 * @param last the last timestamp, {@link Long#MAX_VALUE} if there is no bound; before the first if nothing is removed
 */
public record DeletePlan(List<Table> tables, long first, long last) {

    public DeletePlan {
        tables = List.copyOf(tables);
    }

    /**
     * Reads the condition of a DELETE.
     *
     * @throws SqlException 0x2603 if there is no such table, 0x2655 if the condition is more than a range of time and
     *     conditions on tags
     */
    public static DeletePlan compile(Scope scope, String user, Statement.Delete delete) {
        String database = scope.databaseNameOf(delete.table());
        if (Scope.isSystemDatabase(database)) {
            throw new SqlException(0x0200, "Cannot delete from system database: `" + database + "`");
        }
        Source source = Source.of(scope, new Select.TableSource(delete.table(), null));
        EvaluationContext context = SelectExecutor.contextOf(scope, user, source.precision());
        Reader reader = new Reader(source, context);
        if (delete.where() != null) {
            reader.read(delete.where());
        }
        return new DeletePlan(reader.tables(), reader.first, reader.last);
    }

    /** Reads the conditions that AND joins; one thread's. */
    private static final class Reader {

        private final Source source;
        private final EvaluationContext context;
        private final List<Evaluator> tableConditions = new ArrayList<>();
        private long first = Long.MIN_VALUE;
        private long last = Long.MAX_VALUE;

        Reader(Source source, EvaluationContext context) {
            this.source = source;
            this.context = context;
        }

        void read(Expr condition) {
            if (condition instanceof Expr.Binary both && both.operator() == Expr.BinaryOperator.AND) {
                read(both.left());
                read(both.right());
                return;
            }
            RowLeaves leaves = new RowLeaves(source);
            Evaluator compiled = compile(condition, leaves);
            if (!leaves.readsRows()) {
                tableConditions.add(compiled);
            } else if (condition instanceof Expr.IsNull test && isTimestamp(test.operand())) {
                last = Long.MIN_VALUE;
                first = Long.MAX_VALUE;
            } else if (!isNotNull(condition)) {
                limit(condition);
            }
        }

        private Evaluator compile(Expr condition, RowLeaves leaves) {
            return new ExpressionCompiler(
                            expr -> {
                                if (expr instanceof Expr.PseudoColumn column
                                        && column.name().equals("tbname")) {
                                    throw new SqlException(0x264c, "Invalid tbname pseudo column");
                                }
                                return leaves.leaf(expr);
                            },
                            context)
                    .compile(condition);
        }

        private boolean isNotNull(Expr condition) {
            return condition instanceof Expr.Unary not
                    && not.operator() == Expr.UnaryOperator.NOT
                    && not.operand() instanceof Expr.IsNull test
                    && isTimestamp(test.operand());
        }

        private void limit(Expr condition) {
            if (!isRange(condition)) {
                throw new SqlException(0x2655, "The DELETE statement must only have a definite time window range");
            }
            TimeRange range;
            try {
                range = TimeRange.of(condition, source, context);
            } catch (SqlException e) {
                throw e.code() == SqlException.NOT_SUPPORTED
                        ? SqlException.notSupported("DELETE with such a condition on the timestamp")
                        : e;
            }
            first = Math.max(first, range.start());
            last = Math.min(last, range.end());
        }

        private boolean isRange(Expr condition) {
            if (condition instanceof Expr.Between between) {
                return isTimestamp(between.operand()) && isConstant(between.low()) && isConstant(between.high());
            }
            if (!(condition instanceof Expr.Binary comparison)) {
                return false;
            }
            return switch (comparison.operator()) {
                case EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                    (isTimestamp(comparison.left()) && isConstant(comparison.right()))
                            || (isConstant(comparison.left()) && isTimestamp(comparison.right()));
                default -> false;
            };
        }

        private boolean isTimestamp(Expr expr) {
            return new RowLeaves(source).leaf(expr) instanceof RowLeaves.Cell cell && cell.column() == 0;
        }

        private boolean isConstant(Expr expr) {
            return compile(expr, new RowLeaves(source)) instanceof Constant;
        }

        List<Table> tables() {
            List<Table> tables = new ArrayList<>();
            Frame frame = new Frame();
            for (Source.Part part : source.parts()) {
                @Nullable Table table = part.table();
                frame.table = table;
                if (table != null && tableConditions.stream().allMatch(c -> Scan.isTrue(c.value(frame)))) {
                    tables.add(table);
                }
            }
            return tables;
        }
    }
}
