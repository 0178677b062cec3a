// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Query;
import io.tdspring.embedded.sql.SelectItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a result, and behind them what the rows are sorted by without being shown. Immutable.
 *
 * @param columns the result's
 * @param evaluators of the columns, then of the hidden sort keys
 * @param sortKeys places of the sort keys in a row
 */
record Projection(List<Column> columns, List<Evaluator> evaluators, List<Ordering.Key> sortKeys) {

    static Projection of(SelectList list, List<Query.OrderItem> orderBy, ExpressionCompiler compiler) {
        List<Column> columns = new ArrayList<>();
        List<Evaluator> evaluators = new ArrayList<>();
        for (SelectItem item : list.items()) {
            Evaluator evaluator = ExpressionCompiler.projected(compiler.compile(item.expr()));
            Column type = evaluator.type();
            columns.add(new Column(item.name(), type.type(), type.length(), type.precision(), type.scale()));
            evaluators.add(evaluator);
        }
        List<Ordering.Key> keys = new ArrayList<>();
        for (Query.OrderItem item : orderBy) {
            int cell = list.indexOf(item.expr());
            Evaluator key = cell < 0 ? compiler.compile(item.expr()) : evaluators.get(cell);
            if (cell < 0 || JsonValues.isJson(key)) {
                cell = evaluators.size();
                evaluators.add(JsonValues.asSortKey(key));
            }
            keys.add(new Ordering.Key(cell, item));
        }
        return new Projection(List.copyOf(columns), List.copyOf(evaluators), List.copyOf(keys));
    }

    /** Whether rows are sorted by something that is not shown. */
    boolean hasHiddenKeys() {
        return evaluators.size() > columns.size();
    }

    /** The row of a frame, with its hidden sort keys. */
    @Nullable
    Object[] row(Frame frame) {
        @Nullable Object[] row = new @Nullable Object[evaluators.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = evaluators.get(i).value(frame);
        }
        return row;
    }

    /** A row without its hidden sort keys. */
    @Nullable
    Object[] shown(@Nullable Object[] row) {
        return row.length == columns.size() ? row : Arrays.copyOf(row, columns.size());
    }
}
