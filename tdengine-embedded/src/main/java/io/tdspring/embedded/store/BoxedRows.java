// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows of boxed cells, with {@link RowBatch#NONE} where the statement names none. Most statements write a row or two, for
 * which arrays by column are larger. Immutable.
 */
final class BoxedRows implements BatchRows {

    private final @Nullable Object[][] rows;

    /** The first {@code count} of the rows, which are in order. */
    BoxedRows(@Nullable Object[][] rows, int count) {
        this.rows = Arrays.copyOf(rows, count);
    }

    static long timestampOf(@Nullable Object[] row) {
        if (row[0] instanceof Long timestamp) {
            return timestamp;
        }
        throw new IllegalArgumentException("a row without a timestamp");
    }

    @Override
    public int count() {
        return rows.length;
    }

    @Override
    public long timestamp(int row) {
        return timestampOf(rows[row]);
    }

    @Override
    public @Nullable Object value(int row, int column) {
        Object value = rows[row][column];
        return value == RowBatch.NONE ? null : value;
    }

    @Override
    public boolean names(int row, int column) {
        return rows[row][column] != RowBatch.NONE;
    }

    @Override
    public void writeTo(Cells target, int at, int column, int from, int length) {
        for (int row = 0; row < length; row++) {
            target.set(at + row, value(from + row, column));
        }
    }

    @Override
    public BatchRows relaid(int[] indexes) {
        @Nullable Object[][] relaid = new @Nullable Object[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            @Nullable Object[] cells = new @Nullable Object[indexes.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = indexes[i] < 0 ? RowBatch.NONE : rows[row][indexes[i]];
            }
            relaid[row] = cells;
        }
        return new BoxedRows(relaid, relaid.length);
    }
}
