// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SelectItem;
import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of GROUP BY and PARTITION BY. Immutable.
 *
 * @param exprs as they are looked for in the select list
 * @param byTable whether {@code tbname} is among them, so that each group belongs to one table
 * @param ofTables whether all are made of tags and {@code tbname}, so that a table's rows are in one group
 */
record GroupingKeys(List<Expr> exprs, List<Evaluator> evaluators, boolean byTable, boolean ofTables) {

    static GroupingKeys of(Select select, SelectList list, Source source, EvaluationContext context) {
        RowLeaves leaves = new RowLeaves(source);
        ExpressionCompiler compiler = new ExpressionCompiler(leaves, context);
        List<Expr> exprs = new ArrayList<>();
        List<Evaluator> evaluators = new ArrayList<>();
        List<Expr> written = new ArrayList<>(select.groupBy());
        select.partitionBy().stream().map(SelectItem::expr).forEach(written::add);
        for (Expr expr : written) {
            Expr meant = meant(expr, list, source);
            Evaluator evaluator = ExpressionCompiler.projected(compiler.compile(meant));
            if (meant instanceof Expr.CaseWhen) {
                throw new SqlException(SqlException.NOT_SUPPORTED, "Operation not supported");
            }
            if (JsonValues.isWhole(evaluator)) {
                throw new SqlException(0x072e, "Json not support in group/partition by");
            }
            if (evaluator.type().type() == DataType.BLOB) {
                throw SqlException.notSupported("GROUP BY of BLOB");
            }
            exprs.add(meant);
            evaluators.add(evaluator);
        }
        boolean byTable = evaluators.stream().anyMatch(RowLeaves.TableNameOf.class::isInstance);
        boolean ofTables = !leaves.readsRows() && source.derived() == null;
        return new GroupingKeys(List.copyOf(exprs), List.copyOf(evaluators), byTable, ofTables);
    }

    /** A position or an alias stands for its select item, but a column of the table comes before an alias. */
    private static Expr meant(Expr expr, SelectList list, Source source) {
        boolean column = expr instanceof Expr.ColumnReference reference
                && (source.columns().stream().anyMatch(c -> c.name().equals(reference.name()))
                        || source.tags().stream().anyMatch(c -> c.name().equals(reference.name())));
        int item = column ? -1 : list.indexOf(expr);
        return item < 0 ? expr : list.items().get(item).expr();
    }

    boolean isEmpty() {
        return exprs.isEmpty();
    }

    int indexOf(Expr expr) {
        return exprs.indexOf(expr);
    }

    /** The values of the frame's row. */
    RowKey valuesOf(Frame frame) {
        @Nullable Object[] values = new @Nullable Object[evaluators.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = evaluators.get(i).value(frame);
        }
        return new RowKey(values, values.length);
    }
}
