// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query with series functions: each partition's rows are read in order of time, and each row that a function wants is
 * in the result. Immutable.
 */
final class SeriesQuery {

    private final Select select;
    private final Scan.Filter filter;
    private final GroupingKeys keys;
    private final List<SeriesLeaves.Call> calls;
    private final Projection projection;

    SeriesQuery(Select select, SelectList list, Source source, EvaluationContext context) {
        SeriesRules.check(select, list, source);
        this.select = select;
        this.filter = new Scan.Filter(source, context, select.where());
        this.keys = GroupingKeys.of(select, list, source, context);
        SeriesLeaves leaves = new SeriesLeaves(select, source, context);
        this.projection = Projection.of(list, select.orderBy(), new ExpressionCompiler(leaves, context));
        this.calls = List.copyOf(leaves.calls());
        if (select.partitionLimit() != null && !select.orderBy().isEmpty()) {
            throw SqlException.notSupported("SLIMIT with ORDER BY");
        }
    }

    Projection projection() {
        return projection;
    }

    /** All rows. As in any query, LIMIT counts in each partition unless there is an ORDER BY. */
    Iterator<@Nullable Object[]> rows() {
        List<List<@Nullable Object[]>> partitions = RowLimit.of(partitions(), select.partitionLimit());
        if (select.orderBy().isEmpty()) {
            return partitions.stream()
                    .flatMap(rows -> RowLimit.of(rows, select.limit()).stream())
                    .iterator();
        }
        List<@Nullable Object[]> sorted = new ArrayList<>();
        partitions.forEach(sorted::addAll);
        sorted.sort(Ordering.by(projection.sortKeys()));
        return RowLimit.of(sorted, select.limit()).stream()
                .map(projection::shown)
                .iterator();
    }

    private List<List<@Nullable Object[]>> partitions() {
        Map<RowKey, Series> partitions = new LinkedHashMap<>();
        RowsByTime.Visitor visitor = (row, timestamp) -> partitions
                .computeIfAbsent(keys.valuesOf(row), key -> new Series(calls, projection))
                .add(row, timestamp);
        List<Scan> tables = filter.isNever() ? List.of() : filter.scans();
        if (keys.byTable()) {
            tables.forEach(table -> new RowsByTime(List.of(table)).forEach(visitor));
        } else {
            new RowsByTime(tables).forEach(visitor);
        }
        return partitions.values().stream().map(Series::rows).toList();
    }

    /** The rows of one partition. One thread's. */
    private static final class Series {

        private final List<SeriesLeaves.Call> calls;
        private final List<SeriesPass> passes;
        private final Projection projection;
        private final List<@Nullable Object[]> rows = new ArrayList<>();
        private @Nullable Long last;

        Series(List<SeriesLeaves.Call> calls, Projection projection) {
            this.calls = calls;
            this.passes =
                    calls.stream().map(call -> call.bound().passes().get()).toList();
            this.projection = projection;
        }

        List<@Nullable Object[]> rows() {
            return rows;
        }

        void add(Frame row, long timestamp) {
            if (last != null && last == timestamp) {
                throw SqlException.notSupported(calls.get(0).function().name() + " over rows of one time");
            }
            last = timestamp;
            boolean wanted = false;
            @Nullable Object[] values = new @Nullable Object[passes.size()];
            for (int i = 0; i < values.length; i++) {
                wanted |= passes.get(i).take(row);
            }
            if (wanted) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = passes.get(i).value();
                }
                row.aggregates = values;
                rows.add(projection.row(row));
            }
        }
    }
}
