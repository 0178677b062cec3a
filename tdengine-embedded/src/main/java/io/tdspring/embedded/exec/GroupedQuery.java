// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A query with aggregates, GROUP BY or a window: one row for each group. Immutable. */
final class GroupedQuery {

    private final Select select;
    private final Source source;
    private final Scan.Filter filter;
    private final GroupingKeys keys;
    private final @Nullable IntervalWindows intervals;
    private final @Nullable Supplier<RowWindows> rowWindows;
    private final List<GroupLeaves.Call> calls;
    private final Projection projection;
    private final @Nullable Evaluator having;
    private final boolean readsRow;
    private final boolean showsAggregatesOnly;
    private final @Nullable Fill fill;

    GroupedQuery(Select select, SelectList list, Source source, EvaluationContext context) {
        GroupRules.check(select, list);
        this.select = select;
        this.source = source;
        this.filter = new Scan.Filter(source, context, select.where());
        this.keys = GroupingKeys.of(select, list, source, context);
        this.intervals =
                select.window() instanceof Select.Interval interval ? IntervalWindows.of(interval, context) : null;
        this.rowWindows = new RowWindowCompiler(source, context).compile(select.window());
        GroupLeaves leaves = new GroupLeaves(select, keys, source, context, GroupRules.selectsOneRow(select, list));
        ExpressionCompiler compiler = new ExpressionCompiler(leaves, context);
        this.projection = Projection.of(list, select.orderBy(), compiler);
        this.having = select.having() == null ? null : JsonValues.asCondition(compiler.compile(select.having()));
        this.calls = List.copyOf(leaves.calls());
        this.readsRow = leaves.readsRow();
        this.fill = new FillCompiler(select, list, projection, context).compile(source, intervals);
        this.showsAggregatesOnly = list.items().stream()
                .allMatch(
                        item -> item.expr() instanceof Expr.FunctionCall call && Aggregates.named(call.name()) != null);
        GroupRules.checkCalls(select, source, keys, calls);
    }

    Projection projection() {
        return projection;
    }

    Iterator<@Nullable Object[]> rows() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        boolean byPartition =
                !select.partitionBy().isEmpty() && select.orderBy().isEmpty();
        List<Map<Long, Group>> partitions = partitions();
        if (select.partitionLimit() != null && !byPartition) {
            throw SqlException.notSupported("SLIMIT with ORDER BY or GROUP BY");
        }
        for (Map<Long, Group> partition : RowLimit.of(partitions, select.partitionLimit())) {
            List<@Nullable Object[]> ofPartition = rowsOf(partition);
            rows.addAll(byPartition ? RowLimit.of(ofPartition, select.limit()) : ofPartition);
        }
        if (select.quantifier() == Select.Quantifier.DISTINCT) {
            Set<RowKey> seen = new HashSet<>();
            rows.removeIf(row -> !seen.add(new RowKey(row, row.length)));
        }
        if (!select.orderBy().isEmpty()) {
            rows.sort(Ordering.by(projection.sortKeys()));
        }
        List<@Nullable Object[]> limited = byPartition ? rows : RowLimit.of(rows, select.limit());
        return limited.stream().map(projection::shown).iterator();
    }

    private List<Map<Long, Group>> partitions() {
        if (rowWindows != null) {
            RowsByTime rows = new RowsByTime(filter.isNever() ? List.of() : filter.scans());
            return new RowWindowCollector(keys, rowWindows, calls).collect(rows);
        }
        GroupCollector collector = new GroupCollector(keys, intervals, calls);
        if (!filter.isNever()) {
            collector.collect(filter.scan(), !keys.isEmpty() && intervals == null && counts());
            if (intervals == null && collector.partitions().isEmpty() && hasRowWithoutRows()) {
                collector.addEmpty(new Frame());
            }
        } else if (counts() && !keys.isEmpty()) {
            throw SqlException.notSupported("COUNT in groups with a condition that nothing meets");
        }
        List<Map<Long, Group>> partitions = collector.partitions();
        return partitions.isEmpty() && fill != null && fill.fillsWithoutRows() ? List.of(Map.of()) : partitions;
    }

    /** Without any row there is a result only if something is counted, and not by groups of rows. */
    private boolean hasRowWithoutRows() {
        if (keys.isEmpty()) {
            return counts();
        }
        if (keys.ofTables() || !counts() || filter.readsRows() || !source.isWithoutRows()) {
            return false;
        }
        // The count of a table without rows is 0, even by groups of rows; what else is shown then, is unknown.
        if (source.table() == null || !showsAggregatesOnly) {
            throw SqlException.notSupported("COUNT in groups of a table without rows");
        }
        return true;
    }

    private boolean counts() {
        return calls.stream().anyMatch(call -> call.aggregate().has(Aggregate.Trait.COUNTS));
    }

    private List<@Nullable Object[]> rowsOf(Map<Long, Group> partition) {
        if (fill != null) {
            return filledRowsOf(partition, fill);
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Group group : partition.values()) {
            Frame frame = group.finish();
            if (isNothing(frame)) {
                continue;
            }
            for (int i = 0; i < group.size(); i++) {
                group.show(i);
                if (readsRow) {
                    group.select(i);
                }
                if (having == null || Scan.isTrue(having.value(frame))) {
                    rows.add(projection.row(frame));
                }
            }
        }
        return rows;
    }

    /** FIRST and LAST that find only NULLs give no row, unless there are groups or windows. */
    private boolean isNothing(Frame frame) {
        if (!keys.isEmpty() || select.window() != null || calls.isEmpty()) {
            return false;
        }
        for (int i = 0; i < frame.aggregates.length; i++) {
            Aggregate aggregate = calls.get(i).aggregate();
            boolean skipsNull = aggregate.has(Aggregate.Trait.BY_TIME) && !aggregate.has(Aggregate.Trait.TAKES_NULL);
            if (!skipsNull || frame.aggregates[i] != null) {
                return false;
            }
        }
        return true;
    }

    private List<@Nullable Object[]> filledRowsOf(Map<Long, Group> partition, Fill filling) {
        List<Fill.WindowRow> rows = filling.apply(start -> {
            Group group = partition.get(start);
            Frame frame = (group == null ? emptyGroup(partition, start) : group).finish();
            return new Fill.WindowRow(start, group == null, projection.row(frame));
        });
        return rows.stream().map(Fill.WindowRow::cells).toList();
    }

    /** A group for a window without rows; its keys are those of the partition. */
    private Group emptyGroup(Map<Long, Group> partition, long start) {
        Group group = partition.isEmpty()
                ? new Group(calls, new @Nullable Object[0], new Frame())
                : partition.values().iterator().next().sibling(calls);
        group.setWindow(start, intervals == null ? start : intervals.end(start));
        return group;
    }
}
