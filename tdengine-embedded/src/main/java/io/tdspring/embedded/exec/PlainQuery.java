// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Select;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query that gives one row for each row of its source. Immutable. */
final class PlainQuery {

    private final Select select;
    private final Scan.Filter filter;
    private final GroupingKeys partitions;
    private final Projection projection;

    PlainQuery(Select select, SelectList list, Source source, EvaluationContext context) {
        this.select = select;
        this.filter = new Scan.Filter(source, context, select.where());
        this.partitions = GroupingKeys.of(select, list, source, context);
        this.projection = Projection.of(list, select.orderBy(), new ExpressionCompiler(new RowLeaves(source), context));
    }

    Projection projection() {
        return projection;
    }

    /** Rows are made while they are read, unless they have to be sorted, compared or counted by partition first. */
    Iterator<@Nullable Object[]> rows() {
        Iterator<@Nullable Object[]> rows = new ScannedRows(filter.scan(), projection);
        if (select.quantifier() == Select.Quantifier.DISTINCT) {
            rows = distinct(rows);
        }
        if (!select.orderBy().isEmpty()) {
            List<@Nullable Object[]> sorted = new ArrayList<>();
            rows.forEachRemaining(sorted::add);
            sorted.sort(Ordering.by(projection.sortKeys()));
            return RowLimit.of(sorted, select.limit()).stream()
                    .map(projection::shown)
                    .iterator();
        }
        return partitions.isEmpty() ? RowLimit.of(rows, select.limit()) : partitioned();
    }

    /** Without ORDER BY, LIMIT counts in each partition. */
    private Iterator<@Nullable Object[]> partitioned() {
        Map<List<@Nullable Object>, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
        Scan scan = filter.scan();
        while (scan.nextTable()) {
            while (scan.nextRow()) {
                rows.computeIfAbsent(partitions.valuesOf(scan.frame()), key -> new ArrayList<>())
                        .add(projection.row(scan.frame()));
            }
        }
        return rows.values().stream()
                .flatMap(partition -> RowLimit.of(partition, select.limit()).stream())
                .iterator();
    }

    private static Iterator<@Nullable Object[]> distinct(Iterator<@Nullable Object[]> rows) {
        Set<List<@Nullable Object>> seen = new LinkedHashSet<>();
        List<@Nullable Object[]> distinct = new ArrayList<>();
        rows.forEachRemaining(row -> {
            if (seen.add(Arrays.asList(row))) {
                distinct.add(row);
            }
        });
        return distinct.iterator();
    }

    private static final class ScannedRows implements Iterator<@Nullable Object[]> {

        private final Scan scan;
        private final Projection projection;
        private boolean ready;
        private boolean inTable;

        ScannedRows(Scan scan, Projection projection) {
            this.scan = scan;
            this.projection = projection;
            this.inTable = scan.nextTable();
        }

        @Override
        public boolean hasNext() {
            while (!ready && inTable) {
                ready = scan.nextRow();
                if (!ready) {
                    inTable = scan.nextTable();
                }
            }
            return ready;
        }

        @Override
        public @Nullable Object[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ready = false;
            return projection.row(scan.frame());
        }
    }
}
