// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SelectItem;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.ConnectionMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A select list with its stars written out. Immutable.
 *
 * @param items in the order of the result's columns
 */
record SelectList(List<SelectItem> items) {

    private static final String TABLE_NAME = "tbname";

    /** The items of a query over a source; functions of {@code *} are taken apart, too. */
    static SelectList of(List<SelectItem> written, Source source, ConnectionMode mode) {
        List<SelectItem> items = new ArrayList<>();
        for (SelectItem item : written) {
            if (item.expr() instanceof Expr.Star star) {
                addStar(items, star, source, mode);
            } else if (item.expr() instanceof Expr.FunctionCall call && isOfAllColumns(call)) {
                refuseOverJoin(call, source);
                source.columns().forEach(column -> items.add(applied(call, column.name())));
            } else if (item.expr() instanceof Expr.FunctionCall call && isOfColumns(call)) {
                refuseOverJoin(call, source);
                call.arguments().forEach(argument -> items.add(applied(call, nameOf(argument))));
            } else {
                items.add(item);
            }
        }
        return new SelectList(List.copyOf(items));
    }

    private static void addStar(List<SelectItem> items, Expr.Star star, Source source, ConnectionMode mode) {
        if (source.derived() != null) {
            addAll(items, star, source.derived());
            return;
        }
        source.columns().forEach(column -> items.add(plain(star, column)));
        if (source.superTable() != null) {
            source.tags().forEach(tag -> items.add(plain(star, tag)));
            if (mode == ConnectionMode.BI) {
                items.add(new SelectItem(new Expr.PseudoColumn(star.table(), TABLE_NAME), null, TABLE_NAME));
            }
        }
    }

    /** The columns of a query by their places: some have no name that could be written. */
    private static void addAll(List<SelectItem> items, Expr.Star star, DerivedTable derived) {
        for (int place : derived.placesOf(star.table())) {
            String name = derived.columns().get(place).name();
            items.add(new SelectItem(new Expr.ColumnReference(star.table(), DerivedTable.nameOf(place)), name, name));
        }
    }

    private static void refuseOverJoin(Expr.FunctionCall call, Source source) {
        if (source.derived() != null && source.derived().isJoin()) {
            throw SqlException.notSupported(call.name() + " of several columns of a join");
        }
    }

    private static SelectItem plain(Expr.Star star, Column column) {
        return new SelectItem(new Expr.ColumnReference(star.table(), column.name()), null, column.name());
    }

    private static boolean isOfAllColumns(Expr.FunctionCall call) {
        return isColumnwise(call)
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expr.Star;
    }

    /** {@code last(a, b)} stands for {@code last(a), last(b)}. */
    private static boolean isOfColumns(Expr.FunctionCall call) {
        return isColumnwise(call) && call.arguments().size() > 1;
    }

    private static boolean isColumnwise(Expr.FunctionCall call) {
        Aggregate aggregate = Aggregates.named(call.name());
        return aggregate != null && aggregate.has(Aggregate.Trait.BY_TIME);
    }

    private static String nameOf(Expr argument) {
        if (argument instanceof Expr.ColumnReference column && column.table() == null) {
            return column.name();
        }
        throw SqlException.notSupported("FIRST and LAST of several arguments that are not plain columns");
    }

    private static SelectItem applied(Expr.FunctionCall call, String column) {
        Expr argument = new Expr.ColumnReference(null, column);
        String text = call.name() + "(" + column + ")";
        return new SelectItem(new Expr.FunctionCall(call.name(), List.of(argument)), null, text);
    }

    /** The item that an expression of GROUP BY or ORDER BY means by position, alias or sameness; −1 if none. */
    int indexOf(Expr expr) {
        if (expr instanceof Expr.Literal literal && literal.value() instanceof Long position) {
            if (position < 1 || position > items.size()) {
                throw new SqlException(
                        0x2609, "ORDER BY / GROUP BY item must be the number of a SELECT-list expression");
            }
            return (int) (position - 1);
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
