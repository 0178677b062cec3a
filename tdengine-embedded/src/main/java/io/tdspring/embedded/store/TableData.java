// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table: one array a column, in the order of the timestamps.
 *
 * <p>Thread-safe by its own monitor, which is never held for longer than a copy. A frozen view shares the arrays: rows
 * behind its last one may be written, since it does not read them, and before any of its own rows is changed or moved
 * the arrays are copied.
 */
final class TableData {

    // Guarded by this.
    private Columns layout;

    private Cells[] cells;
    private int count;
    private @Nullable FrozenRows frozen;
    /** How many rows at the front belong to a view too. */
    private int sharedRows;

    TableData(List<Column> columns) {
        this.layout = Columns.of(columns);
        this.cells = new Cells[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Cells.of(columns.get(i).type(), 0);
        }
    }

    /** A view of the rows as they are now. */
    synchronized FrozenRows freeze() {
        FrozenRows view = frozen;
        if (view == null) {
            Cells[] shared = new Cells[cells.length];
            for (int i = 0; i < cells.length; i++) {
                shared[i] = cells[i].share();
            }
            view = new FrozenRows(layout, count, shared);
            frozen = view;
            sharedRows = count;
        }
        return view;
    }

    /**
     * Writes rows: new timestamps are inserted, of known ones the named columns are overwritten.
     *
     * @return how many are new
     */
    synchronized int merge(RowBatch written) {
        if (written.count() == 0) {
            return 0;
        }
        int before = count;
        RowBatch batch = written.relaid(layout);
        frozen = null;
        int start = firstAtOrAfter(batch.timestamp(0));
        int tailCount = count - start;
        if (start < sharedRows) {
            own();
        }
        if (tailCount == 0) {
            append(batch, 0, batch.count());
        } else if (batch.count() == 1 && timestamp(start) == batch.timestamp(0)) {
            overwrite(start, batch, 0);
        } else {
            weave(start, tailCount, batch);
        }
        return count - before;
    }

    /** Goes on with other columns: new ones are NULL in the rows that are there, dropped ones are forgotten. */
    synchronized void adapt(Columns columns) {
        int[] indexes = columns.indexesIn(layout);
        layout = columns;
        if (indexes == null) {
            return;
        }
        frozen = null;
        Cells[] adapted = new Cells[indexes.length];
        for (int i = 0; i < adapted.length; i++) {
            adapted[i] = indexes[i] < 0 ? nulls(columns.get(i)) : cells[indexes[i]];
        }
        cells = adapted;
    }

    private Cells nulls(Column column) {
        Cells nulls = Cells.of(column.type(), count);
        for (int row = 0; row < count; row++) {
            nulls.set(row, null);
        }
        return nulls;
    }

    /** Removes the rows from one timestamp to another, both included; returns how many there were. */
    synchronized int delete(long first, long last) {
        int start = firstAtOrAfter(first);
        int end = last == Long.MAX_VALUE ? count : firstAtOrAfter(last + 1);
        if (first > last || start >= end) {
            return 0;
        }
        frozen = null;
        for (int i = 0; i < cells.length; i++) {
            Cells rest = cells[i].copy(0, start, start + count - end);
            if (end < count) {
                rest.setAll(start, cells[i], end, count - end);
            }
            cells[i] = rest;
        }
        count -= end - start;
        sharedRows = 0;
        return end - start;
    }

    /** Takes the tail off and puts it back run by run with the batch between, so that each row moves once. */
    private void weave(int start, int tailCount, RowBatch batch) {
        Cells[] tail = new Cells[cells.length];
        for (int i = 0; i < cells.length; i++) {
            tail[i] = cells[i].copy(start, tailCount, 0);
        }
        LongCells tailTimestamps = (LongCells) tail[0];
        count = start;
        int moved = 0;
        for (int row = 0; row < batch.count(); row++) {
            int until = tailTimestamps.firstAtOrAfter(batch.timestamp(row), moved, tailCount);
            move(tail, moved, until - moved);
            moved = until;
            if (moved < tailCount && tailTimestamps.longAt(moved) == batch.timestamp(row)) {
                move(tail, moved++, 1);
                overwrite(count - 1, batch, row);
            } else {
                append(batch, row, 1);
            }
        }
        move(tail, moved, tailCount - moved);
    }

    private void move(Cells[] tail, int from, int length) {
        if (length > 0) {
            for (int i = 0; i < cells.length; i++) {
                cells[i].setAll(count, tail[i], from, length);
            }
            count += length;
        }
    }

    private void append(RowBatch batch, int from, int length) {
        for (int i = 0; i < cells.length; i++) {
            batch.writeTo(cells[i], count, i, from, length);
        }
        count += length;
    }

    private void overwrite(int target, RowBatch batch, int row) {
        for (int i = 1; i < cells.length; i++) {
            if (batch.names(row, i)) {
                cells[i].set(target, batch.value(row, i));
            }
        }
    }

    /** Leaves the arrays to the views and goes on with copies. */
    private void own() {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].copy(0, count, Cells.grown(count, count));
        }
        sharedRows = 0;
    }

    private long timestamp(int row) {
        return ((LongCells) cells[0]).longAt(row);
    }

    private int firstAtOrAfter(long timestamp) {
        if (count == 0 || timestamp(count - 1) < timestamp) {
            return count;
        }
        return ((LongCells) cells[0]).firstAtOrAfter(timestamp, 0, count);
    }
}
