// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.List;

/** What a grouped query may consist of. */
final class GroupRules {

    private static final int NOT_ALLOWED = 0x264f;

    private GroupRules() {}

    /**
     * Checks what needs no table.
     *
     * @throws SqlException 0x260a for HAVING without groups, 0x2624 for groups and windows, 0x0100 for what this server
     *     does not have
     */
    static void check(Select select, SelectList list) {
        boolean hasWindow = select.window() != null;
        boolean hasKeys = !select.groupBy().isEmpty() || !select.partitionBy().isEmpty();
        if (select.having() != null && !hasKeys && !hasWindow) {
            throw new SqlException(0x260a, "Not a GROUP BY expression");
        }
        if (hasWindow && !select.groupBy().isEmpty()) {
            throw new SqlException(0x2624, "GROUP BY and WINDOW-clause can't be used together");
        }
        boolean hidden = select.orderBy().stream().anyMatch(item -> list.indexOf(item.expr()) < 0);
        if (select.quantifier() == Select.Quantifier.DISTINCT && hidden) {
            throw SqlException.notSupported("DISTINCT with an order by what is not selected");
        }
    }

    /** Whether the aggregates are the values of one row, which plain columns then stand for. */
    static boolean selectsOneRow(Select select, SelectList list) {
        List<Expr.FunctionCall> found = new ArrayList<>();
        list.items().forEach(item -> AggregateFinder.find(item.expr(), found));
        if (select.having() != null) {
            AggregateFinder.find(select.having(), found);
        }
        select.orderBy().forEach(item -> AggregateFinder.find(item.expr(), found));
        List<Aggregate> distinct = new ArrayList<>();
        for (Expr.FunctionCall call : found.stream().distinct().toList()) {
            Aggregate aggregate = Aggregates.named(call.name());
            if (aggregate != null) {
                distinct.add(aggregate);
            }
        }
        boolean oneSelects = distinct.size() == 1 && distinct.get(0).has(Aggregate.Trait.SELECTS_ROW);
        return oneSelects
                || (!distinct.isEmpty()
                        && distinct.stream().allMatch(aggregate -> aggregate.has(Aggregate.Trait.TAKES_NULL)));
    }

    /**
     * Checks the aggregates, when nothing else is wrong.
     *
     * @throws SqlException 0x265e for a window without one, 0x0100 for what this server does not have
     */
    static void checkCalls(Select select, Source source, GroupingKeys keys, List<GroupLeaves.Call> calls) {
        if (select.window() != null && calls.isEmpty()) {
            throw new SqlException(0x265e, "No valid function in window query");
        }
        for (GroupLeaves.Call call : calls) {
            checkTables(source, keys, call.aggregate());
            checkGroups(select, calls, call.aggregate());
            if (call.aggregate().has(Aggregate.Trait.WITHOUT_WINDOW) && select.window() != null) {
                throw SqlException.notSupported(call.aggregate().name() + " in a window");
            }
        }
        boolean byTime = select.window() != null
                || calls.stream()
                        .anyMatch(call -> call.aggregate().has(Aggregate.Trait.BY_TIME)
                                || call.aggregate().has(Aggregate.Trait.TIMED));
        if (byTime && source.derived() != null && !source.derived().isOrderedByTime()) {
            throw SqlException.notSupported(
                    "a window or FIRST and LAST over a subquery or system table that is not in order of time");
        }
    }

    private static void checkGroups(Select select, List<GroupLeaves.Call> calls, Aggregate aggregate) {
        boolean inGroups = select.window() != null || !select.groupBy().isEmpty();
        if (aggregate.has(Aggregate.Trait.WITHOUT_GROUPS) && inGroups) {
            throw new SqlException(
                    NOT_ALLOWED, aggregate.name() + " function is not supported in window query or group query");
        }
        if (!aggregate.has(Aggregate.Trait.MANY_ROWS)) {
            return;
        }
        if (calls.size() > 1 && !aggregate.has(Aggregate.Trait.SELECTS_ROW)) {
            throw SqlException.notSupported(aggregate.name() + " beside another aggregate");
        }
        if (calls.size() > 1) {
            throw new SqlException(
                    NOT_ALLOWED,
                    "Some functions are allowed only in the SELECT list of a query. And, cannot be mixed with other non"
                            + " scalar functions or columns.");
        }
        if (select.having() != null || select.quantifier() == Select.Quantifier.DISTINCT) {
            throw SqlException.notSupported(aggregate.name() + " with HAVING or DISTINCT");
        }
        if (select.window() instanceof Select.Interval interval && interval.fill() != null) {
            throw SqlException.notSupported(aggregate.name() + " with FILL");
        }
    }

    private static void checkTables(Source source, GroupingKeys keys, Aggregate aggregate) {
        if (aggregate.has(Aggregate.Trait.ONE_TABLE) && source.table() == null) {
            throw new SqlException(0x265f, aggregate.name() + " is only supported in single table query");
        }
        if (aggregate.has(Aggregate.Trait.IN_ORDER) && !comeInOrder(source, keys)) {
            throw SqlException.notSupported(aggregate.name() + " over several tables or a subquery without order");
        }
    }

    private static boolean comeInOrder(Source source, GroupingKeys keys) {
        return source.derived() == null
                ? source.table() != null || keys.byTable()
                : source.derived().isOrderedByTime();
    }
}
