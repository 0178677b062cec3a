// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cells by which rows are told apart: NULL equals NULL, and bytes are compared by what they are. Immutable. */
final class RowKey {

    private final @Nullable Object[] cells;

    /**
     * @param row kept, not copied: nobody may write to it
     * @param count how many of its cells count, from the first on
     */
    RowKey(@Nullable Object[] row, int count) {
        this.cells = row.length == count ? row : Arrays.copyOf(row, count);
    }

    @Nullable
    Object[] cells() {
        return cells;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowKey key && Arrays.deepEquals(cells, key.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(cells);
    }
}
