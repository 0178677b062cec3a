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
