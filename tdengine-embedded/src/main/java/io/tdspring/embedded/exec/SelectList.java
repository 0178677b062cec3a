// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SelectItem;
import java.util.ArrayList;
import java.util.List;

/**
 * A select list with its stars written out. Immutable.
 *
 * @param items in the order of the result's columns
 */
record SelectList(List<SelectItem> items) {

    /** The items of a query over a source; functions of {@code *} are taken apart, too. */
    static SelectList of(List<SelectItem> written, Source source) {
        List<SelectItem> items = new ArrayList<>();
        for (SelectItem item : written) {
            if (item.expr() instanceof Expr.Star star) {
                addStar(items, star, source);
            } else if (item.expr() instanceof Expr.FunctionCall call && isOfAllColumns(call)) {
                source.columns().forEach(column -> items.add(applied(call, column)));
            } else {
                items.add(item);
            }
        }
        return new SelectList(List.copyOf(items));
    }

    private static void addStar(List<SelectItem> items, Expr.Star star, Source source) {
        source.columns().forEach(column -> items.add(plain(star, column)));
        if (source.superTable() != null) {
            source.tags().forEach(tag -> items.add(plain(star, tag)));
        }
    }

    private static SelectItem plain(Expr.Star star, Column column) {
        return new SelectItem(new Expr.ColumnReference(star.table(), column.name()), null, column.name());
    }

    private static boolean isOfAllColumns(Expr.FunctionCall call) {
        Aggregate aggregate = Aggregate.named(call.name());
        boolean columnwise =
                aggregate == Aggregate.FIRST || aggregate == Aggregate.LAST || aggregate == Aggregate.LAST_ROW;
        return columnwise && call.arguments().size() == 1 && call.arguments().get(0) instanceof Expr.Star;
    }

    private static SelectItem applied(Expr.FunctionCall call, Column column) {
        Expr argument = new Expr.ColumnReference(null, column.name());
        String text = call.name() + "(" + column.name() + ")";
        return new SelectItem(new Expr.FunctionCall(call.name(), List.of(argument)), null, text);
    }

    /** The item that an expression of GROUP BY or ORDER BY means by position, alias or sameness; −1 if none. */
    int indexOf(Expr expr) {
        if (expr instanceof Expr.Literal literal && literal.value() instanceof Long position) {
            return position >= 1 && position <= items.size() ? (int) (position - 1) : -1;
        }
        for (int i = 0; i < items.size(); i++) {
            SelectItem item = items.get(i);
            boolean alias = expr instanceof Expr.ColumnReference column
                    && column.table() == null
                    && column.name().equals(item.alias());
            if (alias || item.expr().equals(expr)) {
                return i;
            }
        }
        return -1;
    }
}
