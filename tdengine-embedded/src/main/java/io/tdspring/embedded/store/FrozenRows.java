// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import org.jspecify.annotations.Nullable;

/** Rows of a table as they were at one moment; immutable, see {@link TableData}. */
final class FrozenRows implements TableRows {

    private final Columns layout;
    private final int count;
    private final LongCells timestamps;
    private final Cells[] cells;

    FrozenRows(Columns layout, int count, Cells[] cells) {
        this.layout = layout;
        this.count = count;
        this.timestamps = (LongCells) cells[0];
        this.cells = cells;
    }

    /** The columns that the rows have. */
    Columns layout() {
        return layout;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public long timestamp(int row) {
        return timestamps.longAt(row);
    }

    @Override
    public @Nullable Object value(int row, int column) {
        return cells[column].get(row);
    }
}
