// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of which every statement's column has an array. Immutable once the batch is built. */
final class ColumnRows implements BatchRows {

    private final @Nullable Cells[] cells;
    private int count;

    /**
     * @param cells in the order of the table's columns; null where the statement names none
     */
    ColumnRows(@Nullable Cells[] cells, int count) {
        this.cells = cells;
        this.count = count;
    }

    /** The first {@code count} rows by column; null if a column is named by some of them only. */
    static @Nullable ColumnRows of(List<Column> columns, @Nullable Object[][] rows, int count) {
        @Nullable Cells[] cells = new @Nullable Cells[columns.size()];
        for (int column = 0; column < cells.length; column++) {
            boolean isNamed = rows[0][column] != RowBatch.NONE;
            Cells values = isNamed ? Cells.of(columns.get(column).type(), count) : null;
            cells[column] = values;
            for (int row = 0; row < count; row++) {
                Object value = rows[row][column];
                if (value != RowBatch.NONE != isNamed) {
                    return null;
                }
                if (values != null) {
                    values.set(row, value);
                }
            }
        }
        return new ColumnRows(cells, count);
    }

    private LongCells timestamps() {
        if (cells[0] instanceof LongCells timestamps) {
            return timestamps;
        }
        throw new IllegalArgumentException("rows without timestamps");
    }

    /** Whether the timestamps ascend, each being there once. */
    boolean isOrdered() {
        for (int row = 1; row < count; row++) {
            if (timestamp(row - 1) >= timestamp(row)) {
                return false;
            }
        }
        return true;
    }

    /** Whether these rows, in order, are behind those here and name the same columns. */
    boolean precede(ColumnRows next) {
        for (int i = 0; i < cells.length; i++) {
            if ((cells[i] == null) != (next.cells[i] == null)) {
                return false;
            }
        }
        return timestamp(count - 1) < next.timestamp(0);
    }

    /** Adds rows for which {@link #precede} holds. */
    void append(ColumnRows next) {
        for (int i = 0; i < cells.length; i++) {
            Cells own = cells[i];
            if (own != null) {
                next.writeTo(own, count, i, 0, next.count);
            }
        }
        count += next.count;
    }

    /** A row as {@link RowBatchBuilder#add} takes it. */
    @Nullable
    Object[] row(int row) {
        @Nullable Object[] boxed = new @Nullable Object[cells.length];
        for (int i = 0; i < boxed.length; i++) {
            boxed[i] = names(row, i) ? value(row, i) : RowBatch.NONE;
        }
        return boxed;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public long timestamp(int row) {
        return timestamps().longAt(row);
    }

    @Override
    public @Nullable Object value(int row, int column) {
        Cells values = cells[column];
        return values == null ? null : values.get(row);
    }

    @Override
    public boolean names(int row, int column) {
        return cells[column] != null;
    }

    @Override
    public void writeTo(Cells target, int at, int column, int from, int length) {
        Cells values = cells[column];
        if (values != null) {
            target.setAll(at, values, from, length);
            return;
        }
        for (int row = 0; row < length; row++) {
            target.set(at + row, null);
        }
    }

    @Override
    public BatchRows relaid(int[] indexes) {
        @Nullable Cells[] relaid = new @Nullable Cells[indexes.length];
        for (int i = 0; i < relaid.length; i++) {
            relaid[i] = indexes[i] < 0 ? null : cells[indexes[i]];
        }
        return new ColumnRows(relaid, count);
    }
}
