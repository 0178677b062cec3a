// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.store.TableRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of a join, read into memory.
 *
 * @param rows in the order of their timestamps, each with a cell for each column of the layout
 */
record JoinInput(JoinLayout layout, List<@Nullable Object[]> rows) {

    /** Reads a table or query. */
    static JoinInput read(Source source) {
        if (source.derived() != null && !source.derived().isOrderedByTime()) {
            throw SqlException.notSupported("a join of a subquery or system table that is not in order of time");
        }
        JoinLayout layout = JoinLayout.of(source);
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<Source.Part> parts = source.parts();
        for (Source.Part part : parts) {
            addRows(rows, part, source, layout.columns().size());
        }
        if (parts.size() > 1) {
            rows.sort(Comparator.comparingLong(row -> timestamp(row, 0)));
        }
        return new JoinInput(layout, rows);
    }

    private static void addRows(List<@Nullable Object[]> rows, Source.Part part, Source source, int width) {
        TableRows view = part.rows().get();
        int columns = source.columns().size();
        for (int i = 0; i < view.count(); i++) {
            @Nullable Object[] row = new @Nullable Object[width];
            for (int column = 0; column < columns; column++) {
                row[column] = view.value(i, column);
            }
            addTags(row, columns, part.table(), source);
            rows.add(row);
        }
    }

    private static void addTags(@Nullable Object[] row, int from, @Nullable Table table, Source source) {
        if (table == null) {
            return;
        }
        for (int tag = 0; tag < source.tags().size(); tag++) {
            row[from + tag] = table.tag(source.tags(), tag);
        }
        row[row.length - 1] = table.name();
    }

    /** A timestamp of a row, which is never null in a side of a join. */
    static long timestamp(@Nullable Object[] row, int place) {
        if (row[place] instanceof Long moment) {
            return moment;
        }
        throw new IllegalStateException("a row of a join without its timestamp");
    }
}
