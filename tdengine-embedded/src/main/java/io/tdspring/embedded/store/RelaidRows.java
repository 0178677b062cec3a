// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows seen with the columns of another moment: those they do not have are NULL. Immutable. */
final class RelaidRows implements TableRows {

    private final TableRows rows;
    private final int[] indexes;

    private RelaidRows(TableRows rows, int[] indexes) {
        this.rows = rows;
        this.indexes = indexes;
    }

    /**
     * The rows with the columns that somebody works with.
     *
     * @param layout the columns that the rows have
     */
    static TableRows of(TableRows rows, List<Column> layout, List<Column> wanted) {
        if (!(layout instanceof Columns present) || !(wanted instanceof Columns columns)) {
            return rows;
        }
        int[] indexes = columns.indexesIn(present);
        return indexes == null ? rows : new RelaidRows(rows, indexes);
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
        int index = indexes[column];
        return index < 0 ? null : rows.value(row, index);
    }
}
