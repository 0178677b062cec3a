// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The cells of one column for rows that are written together, without a box for each. Confined to one thread. */
public final class CellArray {

    private final Cells cells;

    private CellArray(Cells cells) {
        this.cells = cells;
    }

    /**
     * Copies values of a fixed width of up to 64 bits.
     *
     * @param values one behind the other, little-endian; those behind its end are NULL
     * @param nulls the rows that are NULL
     */
    public static CellArray ofBytes(DataType type, int count, ByteBuffer values, BitSet nulls) {
        ByteBuffer bytes = values.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return new CellArray(Cells.read(type, count, bytes, NullBits.of(nulls)));
    }

    /** Cells by the server's cell conventions; null for NULL. */
    public static CellArray of(DataType type, @Nullable Object[] values) {
        Cells cells = Cells.of(type, values.length);
        for (int row = 0; row < values.length; row++) {
            cells.set(row, values[row]);
        }
        return new CellArray(cells);
    }

    Cells cells() {
        return cells;
    }
}
