// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one side of a join, or of the whole. Immutable.
 *
 * @param times places of the timestamps that the rows are ordered by
 * @param names what columns may be qualified with
 */
record JoinLayout(List<Part> columns, Set<Integer> times, Set<String> names, Precision precision) {

    /** No qualifier that a statement can write. */
    private static final String UNNAMED = "";

    /**
     * A column.
     *
     * @param table what it may be qualified with
     * @param name null if it has none
     * @param star whether {@code *} stands for it as well
     */
    record Part(String table, @Nullable String name, Column column, Star star) {

        DerivedTable.ColumnName columnName() {
            return new DerivedTable.ColumnName(table, name);
        }
    }

    /** What {@code *} makes of a column. */
    enum Star {
        SHOWN,
        HIDDEN,
        /** Of a super table, whose {@code *} in a join is in no recording. */
        UNKNOWN
    }

    /** The columns of a table or query; behind those of a table its tags and its name. */
    static JoinLayout of(Source source) {
        String table = source.names().stream().findFirst().orElse(UNNAMED);
        List<Part> parts = new ArrayList<>();
        Star star = source.superTable() == null ? Star.SHOWN : Star.UNKNOWN;
        for (int i = 0; i < source.columns().size(); i++) {
            Column column = source.columns().get(i);
            String name =
                    source.derived() == null ? column.name() : source.derived().nameAt(i);
            parts.add(new Part(table, name, column, star));
        }
        if (source.derived() == null) {
            Star hidden = star == Star.SHOWN ? Star.HIDDEN : star;
            source.tags().forEach(tag -> parts.add(new Part(table, tag.name(), tag, hidden)));
            parts.add(new Part(table, RowLeaves.TABLE_NAME.name(), RowLeaves.TABLE_NAME, hidden));
        }
        return new JoinLayout(parts, Set.of(0), source.names(), source.precision());
    }

    /**
     * Both side by side.
     *
     * @throws SqlException 0x2663 if the same name stands for tables on both sides
     */
    JoinLayout beside(JoinLayout right) {
        for (String name : right.names) {
            if (names.contains(name)) {
                throw new SqlException(0x2663, "Not unique table/alias: '" + name + "'");
            }
        }
        if (precision != right.precision) {
            throw SqlException.notSupported("a join of tables with different precisions");
        }
        List<Part> parts = new ArrayList<>(columns);
        parts.addAll(right.columns);
        Set<Integer> both = new HashSet<>(times);
        right.times.forEach(place -> both.add(columns.size() + place));
        Set<String> all = new HashSet<>(names);
        all.addAll(right.names);
        return new JoinLayout(List.copyOf(parts), Set.copyOf(both), Set.copyOf(all), precision);
    }

    /**
     * The places of the columns that a star stands for.
     *
     * @param table before the star, or null
     */
    List<Integer> placesOf(@Nullable String table) {
        if (table != null && !names.contains(table)) {
            throw new SqlException(0x2603, "Table does not exist: " + table);
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Part part = columns.get(i);
            if (table != null && !table.equals(part.table())) {
                continue;
            }
            if (part.star() == Star.UNKNOWN) {
                throw SqlException.notSupported("* of a super table in a join");
            }
            if (part.star() == Star.SHOWN) {
                places.add(i);
            }
        }
        return places;
    }
}
