// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.Select.Quantifier;
import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query that gives one row for each row of its source, or for each table. Immutable. */
final class PlainQuery {

    private final Select select;
    private final Scan.Filter filter;
    private final GroupingKeys partitions;
    private final Projection projection;
    private final boolean isOfTables;

    PlainQuery(Select select, SelectList list, Source source, EvaluationContext context) {
        this.select = select;
        this.filter = new Scan.Filter(source, context, select.where());
        this.partitions = GroupingKeys.of(select, list, source, context);
        RowLeaves leaves = new RowLeaves(source, () -> TimeRange.of(select.where(), source, context));
        this.projection = Projection.of(list, select.orderBy(), new ExpressionCompiler(leaves, context));
        this.isOfTables = isOfTables(list) && source.derived() == null && !leaves.readsRows() && !filter.readsRows();
        if (isDistinct()) {
            refuseDistinct();
        }
    }

    /** SELECT TAGS, and DISTINCT with the table's name, ask the tables and not their rows: empty ones count, too. */
    private boolean isOfTables(SelectList list) {
        boolean named = list.items().stream()
                .anyMatch(item -> item.expr() instanceof Expr.PseudoColumn column
                        && column.name().equals("tbname"));
        return select.quantifier() == Quantifier.TAGS
                || select.quantifier() == Quantifier.DISTINCT_TAGS
                || (isDistinct() && named);
    }

    private boolean isDistinct() {
        return select.quantifier() == Quantifier.DISTINCT || select.quantifier() == Quantifier.DISTINCT_TAGS;
    }

    private void refuseDistinct() {
        if (projection.evaluators().stream().anyMatch(JsonValues::isWhole)) {
            throw new SqlException(0x072e, "Json not support in group/partition by");
        }
        if (projection.hasHiddenKeys()) {
            throw SqlException.notSupported("DISTINCT with an order by what is not selected");
        }
        if (!partitions.isEmpty()) {
            throw SqlException.notSupported("DISTINCT with PARTITION BY");
        }
    }

    Projection projection() {
        return projection;
    }

    /** Rows are made while they are read, unless they have to be sorted, compared or counted by partition first. */
    Iterator<@Nullable Object[]> rows() {
        boolean sorted = !select.orderBy().isEmpty();
        if (!sorted && !partitions.isEmpty()) {
            return partitioned();
        }
        if (select.partitionLimit() != null) {
            throw SqlException.notSupported("SLIMIT with ORDER BY");
        }
        Iterator<@Nullable Object[]> rows = isOfTables ? ofTables() : new ScannedRows(filter.scan(), projection);
        if (isDistinct()) {
            rows = distinct(rows);
        }
        return sorted ? sorted(rows) : RowLimit.of(rows, select.limit());
    }

    private Iterator<@Nullable Object[]> ofTables() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        Scan scan = filter.scan();
        while (scan.nextTable()) {
            rows.add(projection.row(scan.frame()));
        }
        return rows.iterator();
    }

    private Iterator<@Nullable Object[]> sorted(Iterator<@Nullable Object[]> rows) {
        List<@Nullable Object[]> sorted = new ArrayList<>();
        rows.forEachRemaining(sorted::add);
        sorted.sort(Ordering.by(projection.sortKeys()));
        return RowLimit.of(sorted, select.limit()).stream()
                .map(projection::shown)
                .iterator();
    }

    /** Without ORDER BY, LIMIT counts in each partition. */
    private Iterator<@Nullable Object[]> partitioned() {
        Map<RowKey, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
        Scan scan = filter.scan();
        while (scan.nextTable()) {
            while (scan.nextRow()) {
                rows.computeIfAbsent(partitions.valuesOf(scan.frame()), key -> new ArrayList<>())
                        .add(projection.row(scan.frame()));
            }
        }
        List<List<@Nullable Object[]>> kept = RowLimit.of(new ArrayList<>(rows.values()), select.partitionLimit());
        return kept.stream()
                .flatMap(partition -> RowLimit.of(partition, select.limit()).stream())
                .iterator();
    }

    private static Iterator<@Nullable Object[]> distinct(Iterator<@Nullable Object[]> rows) {
        Set<RowKey> seen = new HashSet<>();
        List<@Nullable Object[]> distinct = new ArrayList<>();
        rows.forEachRemaining(row -> {
            if (seen.add(new RowKey(row, row.length))) {
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
