// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;
import java.util.Arrays;
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

    private final List<Column> columns;
    // Boxed, unlike the rows of a table: most statements write a row or two, for which arrays by column are larger.
    private final @Nullable Object[][] rows;

    /** Rows as {@link RowBatchBuilder} has them in order, the first {@code count} of the array. */
    RowBatch(List<Column> columns, @Nullable Object[][] rows, int count) {
        this.columns = columns;
        this.rows = Arrays.copyOf(rows, count);
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
        if (indexes == null) {
            return this;
        }
        @Nullable Object[][] relaid = new @Nullable Object[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            @Nullable Object[] cells = new @Nullable Object[indexes.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = indexes[i] < 0 ? NONE : rows[row][indexes[i]];
            }
            relaid[row] = cells;
        }
        return new RowBatch(layout, relaid, relaid.length);
    }

    @Override
    public int count() {
        return rows.length;
    }

    @Override
    public long timestamp(int row) {
        return RowBatchBuilder.timestampOf(rows[row]);
    }

    @Override
    public @Nullable Object value(int row, int column) {
        Object value = rows[row][column];
        return value == NONE ? null : value;
    }

    /** Whether the statement names this cell, with a value or with NULL. */
    boolean names(int row, int column) {
        return rows[row][column] != NONE;
    }
}
