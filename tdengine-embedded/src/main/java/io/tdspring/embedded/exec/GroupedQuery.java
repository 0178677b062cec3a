// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A query with aggregates, GROUP BY or a window: one row for each group. Immutable. */
final class GroupedQuery {

    private final Select select;
    private final Scan.Filter filter;
    private final GroupingKeys keys;
    private final @Nullable IntervalWindows windows;
    private final List<GroupLeaves.Call> calls;
    private final Projection projection;
    private final @Nullable Evaluator having;
    private final boolean besideRow;

    GroupedQuery(Select select, SelectList list, Source source, EvaluationContext context) {
        this.select = select;
        this.filter = new Scan.Filter(source, context, select.where());
        this.keys = GroupingKeys.of(select, list, source, context);
        this.windows = select.window() == null ? null : IntervalWindows.of(select.window(), context);
        this.besideRow = selectsOneRow(select, list);
        if (windows != null && !select.groupBy().isEmpty()) {
            throw SqlException.notSupported("GROUP BY with a window");
        }
        GroupLeaves leaves = new GroupLeaves(keys, source, context, windows, besideRow);
        ExpressionCompiler compiler = new ExpressionCompiler(leaves, context);
        this.projection = Projection.of(list, select.orderBy(), compiler);
        this.having = select.having() == null ? null : havingOf(select.having(), compiler);
        this.calls = List.copyOf(leaves.calls());
    }

    private Evaluator havingOf(Expr condition, ExpressionCompiler compiler) {
        if (keys.isEmpty() && windows == null) {
            throw new SqlException(0x260a, "Not a GROUP BY expression");
        }
        return compiler.compile(condition);
    }

    /** Whether the one aggregate of the select list is the value of one row, which plain columns then stand for. */
    private static boolean selectsOneRow(Select select, SelectList list) {
        List<Expr.FunctionCall> found = new ArrayList<>();
        list.items().forEach(item -> AggregateFinder.find(item.expr(), found));
        if (select.having() != null) {
            AggregateFinder.find(select.having(), found);
        }
        select.orderBy().forEach(item -> AggregateFinder.find(item.expr(), found));
        List<Expr.FunctionCall> distinct = found.stream().distinct().toList();
        if (distinct.size() != 1) {
            return false;
        }
        Aggregate only = Aggregate.named(distinct.get(0).name());
        return only != null && only.isSelecting();
    }

    Projection projection() {
        return projection;
    }

    Iterator<@Nullable Object[]> rows() {
        Map<List<@Nullable Object>, Map<Long, Group>> partitions = new LinkedHashMap<>();
        collect(partitions);
        if (partitions.isEmpty() && keys.isEmpty() && windows == null && countsOnlyEmpty()) {
            group(partitions, List.of(), 0, new Frame());
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        boolean limitsPartitions =
                !select.partitionBy().isEmpty() && select.orderBy().isEmpty();
        for (Map<Long, Group> partition : partitions.values()) {
            List<@Nullable Object[]> ofPartition = rowsOf(partition);
            rows.addAll(limitsPartitions ? RowLimit.of(ofPartition, select.limit()) : ofPartition);
        }
        if (!select.orderBy().isEmpty()) {
            rows.sort(Ordering.by(projection.sortKeys()));
        }
        List<@Nullable Object[]> limited = limitsPartitions ? rows : RowLimit.of(rows, select.limit());
        return limited.stream().map(projection::shown).iterator();
    }

    /** Without any row there is a result only if something is counted. */
    private boolean countsOnlyEmpty() {
        return calls.stream().anyMatch(call -> call.aggregate() == Aggregate.COUNT);
    }

    private void collect(Map<List<@Nullable Object>, Map<Long, Group>> partitions) {
        Scan scan = filter.scan();
        boolean emptyGroups = !keys.isEmpty() && keys.ofTables() && windows == null && countsOnlyEmpty();
        while (scan.nextTable()) {
            List<@Nullable Object> ofTable = keys.ofTables() ? keys.valuesOf(scan.frame()) : null;
            if (emptyGroups && ofTable != null) {
                // A table whose rows are all filtered out, or that has none, still counts as 0.
                group(partitions, ofTable, 0, scan.frame());
            }
            while (scan.nextRow()) {
                add(partitions, ofTable == null ? keys.valuesOf(scan.frame()) : ofTable, scan.frame());
            }
        }
    }

    private void add(
            Map<List<@Nullable Object>, Map<Long, Group>> partitions, List<@Nullable Object> values, Frame frame) {
        if (windows == null) {
            group(partitions, values, 0, frame).add(frame);
            return;
        }
        long timestamp = timestampOf(frame);
        Long start = windows.lastStart(timestamp);
        while (start != null) {
            // A window that slides by more than a part of itself may have ended before the row.
            if (windows.end(start) > timestamp) {
                group(partitions, values, start, frame).add(frame);
            }
            start = windows.previousStart(start, timestamp);
        }
    }

    private static long timestampOf(Frame frame) {
        if (frame.rows == null) {
            throw new IllegalStateException("a frame without rows");
        }
        return frame.rows.timestamp(frame.row);
    }

    private Group group(
            Map<List<@Nullable Object>, Map<Long, Group>> partitions,
            List<@Nullable Object> values,
            long start,
            Frame first) {
        return partitions
                .computeIfAbsent(values, key -> new TreeMap<>())
                .computeIfAbsent(start, key -> new Group(values, key, first));
    }

    private List<@Nullable Object[]> rowsOf(Map<Long, Group> partition) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Group group : partition.values()) {
            Frame frame = group.finish();
            if (having == null || Scan.isTrue(having.value(frame))) {
                rows.add(projection.row(frame));
            }
        }
        return rows;
    }

    /** One group while it is collected. */
    private final class Group {

        private final Frame frame = new Frame();
        private final Accumulator[] accumulators = calls.stream()
                .map(call -> call.aggregate().accumulator(call.argument()))
                .toArray(Accumulator[]::new);

        Group(List<@Nullable Object> values, long start, Frame first) {
            frame.keys = values.toArray();
            frame.table = first.table;
            frame.windowStart = start;
            frame.windowEnd = windows == null ? 0 : windows.end(start);
        }

        void add(Frame row) {
            for (Accumulator accumulator : accumulators) {
                accumulator.add(row);
            }
        }

        Frame finish() {
            frame.aggregates = new @Nullable Object[accumulators.length];
            for (int i = 0; i < accumulators.length; i++) {
                frame.aggregates[i] = accumulators[i].result();
            }
            if (besideRow) {
                accumulators[0].select(frame);
            }
            return frame;
        }
    }
}
