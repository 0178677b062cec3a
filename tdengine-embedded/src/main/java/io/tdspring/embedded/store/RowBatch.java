// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a statement writes to one table: in the order of their timestamps, each timestamp once.
 *
 * <p>Where the statement names no value for a cell, the table keeps the one it has for that timestamp; here such a cell
 * reads as NULL. Immutable and thread-safe.
 */
public final class RowBatch implements TableRows {

    /** Stands in a row for a cell that the statement does not name. */
    public static final Object NONE = new Object();

    /** About what a cell takes besides the bytes of a text. */
    private static final int CELL_BYTES = 16;

    private final List<Column> columns;
    private final BatchRows rows;

    RowBatch(List<Column> columns, BatchRows rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** The columns of the table when it was written to. */
    public List<Column> columns() {
        return columns;
    }

    /** The rows with the columns that the table had or has at another moment. */
    public TableRows as(List<Column> known) {
        return RelaidRows.of(this, columns, known);
    }

    /** The batch for a table whose columns changed meanwhile. */
    RowBatch relaid(Columns layout) {
        int[] indexes = columns instanceof Columns written ? layout.indexesIn(written) : null;
        return indexes == null ? this : new RowBatch(layout, rows.relaid(indexes));
    }

    @Override
    public int count() {
        return rows.count();
    }

    @Override
    public long timestamp(int row) {
        return rows.timestamp(row);
    }

    @Override
    public @Nullable Object value(int row, int column) {
        return rows.value(row, column);
    }

    /** About how much memory its cells take. */
    long bytes() {
        long sum = (long) CELL_BYTES * count() * columns.size();
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).type().isVariable()) {
                sum += lengthOf(column);
            }
        }
        return sum;
    }

    private long lengthOf(int column) {
        long sum = 0;
        for (int row = 0; row < count(); row++) {
            Object value = value(row, column);
            if (value instanceof String text) {
                sum += text.length();
            } else if (value instanceof byte[] bytes) {
                sum += bytes.length;
            }
        }
        return sum;
    }

    /** Whether the statement names this cell, with a value or with NULL. */
    boolean names(int row, int column) {
        return rows.names(row, column);
    }

    /** Writes cells of a column to the rows {@code at} and following of a column of a table. */
    void writeTo(Cells target, int at, int column, int from, int length) {
        rows.writeTo(target, at, column, from, length);
    }
}
