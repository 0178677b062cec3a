// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the rows that one statement writes to one table, in any order.
 *
 * <p>Confined to one thread.
 */
public final class RowBatchBuilder {

    /** So many rows take less memory by column. */
    private static final int MANY = 4;

    private final List<Column> columns;
    /** The rows if all of them came by column and in order, else null. */
    private @Nullable ColumnRows byColumn;

    private @Nullable Object[][] rows = new @Nullable Object[4][];
    private int count;
    private boolean ordered = true;

    /** A batch without rows for a table with these columns. */
    public RowBatchBuilder(List<Column> columns) {
        this.columns = columns;
    }

    /**
     * Adds a row.
     *
     * @param cells a cell for each column of the table: a value, null for NULL, or {@link RowBatch#NONE}; the first is the
     *     timestamp. The builder keeps the array.
     */
    public void add(@Nullable Object[] cells) {
        ColumnRows before = byColumn;
        if (before != null) {
            byColumn = null;
            addEach(before);
        }
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
        }
        rows[count] = cells;
        ordered = ordered && (count == 0 || BoxedRows.timestampOf(rows[count - 1]) < BoxedRows.timestampOf(cells));
        count++;
    }

    /**
     * Adds rows column by column.
     *
     * @param added for each column of the table as many cells as there are rows, at least one; null for a column that is
     *     not named. The builder keeps the arrays.
     */
    public void addAll(int rowCount, List<@Nullable CellArray> added) {
        @Nullable Cells[] cells = new @Nullable Cells[added.size()];
        for (int i = 0; i < cells.length; i++) {
            CellArray column = added.get(i);
            cells[i] = column == null ? null : column.cells();
        }
        ColumnRows next = new ColumnRows(cells, rowCount);
        ColumnRows before = byColumn;
        if (count > 0 || !next.isOrdered()) {
            addEach(next);
        } else if (before == null) {
            byColumn = next;
        } else if (before.precede(next)) {
            before.append(next);
        } else {
            addEach(next);
        }
    }

    private void addEach(ColumnRows many) {
        for (int row = 0; row < many.count(); row++) {
            add(many.row(row));
        }
    }

    /** The rows in order; of several with the same timestamp each column has the last value that is not NULL. */
    public RowBatch build() {
        if (byColumn != null) {
            return new RowBatch(columns, byColumn);
        }
        if (!ordered) {
            Arrays.sort(rows, 0, count, Comparator.comparingLong(BoxedRows::timestampOf));
            fold();
            ordered = true;
        }
        ColumnRows many = count < MANY ? null : ColumnRows.of(columns, rows, count);
        return new RowBatch(columns, many == null ? new BoxedRows(rows, count) : many);
    }

    private void fold() {
        int kept = 0;
        for (int row = 1; row < count; row++) {
            if (BoxedRows.timestampOf(rows[kept]) == BoxedRows.timestampOf(rows[row])) {
                rows[kept] = fold(rows[kept], rows[row]);
            } else {
                rows[++kept] = rows[row];
            }
        }
        count = kept + 1;
    }

    private static @Nullable Object[] fold(@Nullable Object[] earlier, @Nullable Object[] later) {
        @Nullable Object[] folded = earlier.clone();
        for (int i = 0; i < folded.length; i++) {
            boolean keeps = later[i] == RowBatch.NONE || (later[i] == null && earlier[i] != RowBatch.NONE);
            folded[i] = keeps ? earlier[i] : later[i];
        }
        return folded;
    }
}
