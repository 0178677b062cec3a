// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the rows that one statement writes to one table, in any order.
 *
 * <p>Confined to one thread.
 */
public final class RowBatchBuilder {

    private final List<Column> columns;
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
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
        }
        rows[count] = cells;
        ordered = ordered && (count == 0 || timestampOf(rows[count - 1]) < timestampOf(cells));
        count++;
    }

    /** The rows in order; of several with the same timestamp each column has the last value that is not NULL. */
    public RowBatch build() {
        if (!ordered) {
            Arrays.sort(rows, 0, count, (a, b) -> Long.compare(timestampOf(a), timestampOf(b)));
            fold();
            ordered = true;
        }
        return new RowBatch(columns, rows, count);
    }

    private void fold() {
        int kept = 0;
        for (int row = 1; row < count; row++) {
            if (timestampOf(rows[kept]) == timestampOf(rows[row])) {
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

    static long timestampOf(@Nullable Object[] row) {
        if (row[0] instanceof Long timestamp) {
            return timestamp;
        }
        throw new IllegalArgumentException("a row without a timestamp");
    }
}
