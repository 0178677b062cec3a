// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Query;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.Select.JoinSide;
import io.tdspring.embedded.sql.SelectItem;
import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.List;

/** What a query with series functions may consist of. */
final class SeriesRules {

    private static final int NOT_ALLOWED = 0x264f;

    private SeriesRules() {}

    /** The refusal of a series function where none may stand, or together with what it may not. */
    static SqlException notAllowed() {
        return new SqlException(
                NOT_ALLOWED,
                "Some functions are allowed only in the SELECT list of a query. And, cannot be mixed with other non"
                        + " scalar functions or columns.");
    }

    /** The calls of series functions in an expression. */
    static List<Expr.FunctionCall> callsIn(Expr expr) {
        List<Expr.FunctionCall> found = new ArrayList<>();
        AggregateFinder.find(expr, name -> SeriesFunctions.named(name) != null, found);
        return found;
    }

    static boolean isSeries(SelectList list) {
        return list.items().stream().anyMatch(item -> !callsIn(item.expr()).isEmpty());
    }

    /**
     * Checks what needs no compiled expression.
     *
     * @throws SqlException 0x264f for what may not stand beside a series function, 0x2627 for one in an aggregate,
     *     0x0100 for what this server does not have
     */
    static void check(Select select, SelectList list, Source source) {
        List<Expr.FunctionCall> calls = list.items().stream()
                .map(SelectItem::expr)
                .flatMap(expr -> callsIn(expr).stream())
                .distinct()
                .toList();
        String name = calls.get(0).name();
        if (select.window() != null || !select.groupBy().isEmpty()) {
            throw new SqlException(NOT_ALLOWED, name + " function is not supported in window query or group query");
        }
        checkAggregates(list);
        boolean severalDifferences = calls.stream().allMatch(call -> call.name().equals("diff"));
        if (calls.size() > 1 && !severalDifferences) {
            throw notAllowed();
        }
        checkOrder(select.orderBy(), list);
        if (select.having() != null || select.quantifier() != Select.Quantifier.ALL) {
            throw SqlException.notSupported(name + " with HAVING, DISTINCT or TAGS");
        }
        if (select.from() instanceof Select.JoinSource join && join.side() != JoinSide.INNER) {
            throw SqlException.notSupported(name + " over a join that is not an inner one");
        }
        if (source.derived() != null && !source.derived().isOrderedByTime()) {
            throw SqlException.notSupported(name + " over a subquery or system table that is not in order of time");
        }
    }

    private static void checkAggregates(SelectList list) {
        List<Expr.FunctionCall> aggregates = new ArrayList<>();
        list.items().forEach(item -> AggregateFinder.find(item.expr(), aggregates));
        if (aggregates.isEmpty()) {
            return;
        }
        boolean nested = aggregates.stream()
                .flatMap(aggregate -> aggregate.arguments().stream())
                .anyMatch(argument -> !callsIn(argument).isEmpty());
        throw nested ? new SqlException(0x2627, "Aggregate functions do not support nesting") : notAllowed();
    }

    private static void checkOrder(List<Query.OrderItem> orderBy, SelectList list) {
        for (Query.OrderItem item : orderBy) {
            if (!callsIn(item.expr()).isEmpty()) {
                throw notAllowed();
            }
            int selected = list.indexOf(item.expr());
            if (selected >= 0 && !callsIn(list.items().get(selected).expr()).isEmpty()) {
                throw SqlException.notSupported("ORDER BY of a series function");
            }
        }
    }
}
