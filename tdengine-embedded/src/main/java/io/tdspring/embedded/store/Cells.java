// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.DataType;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one column, in a typed array that grows.
 *
 * <p>Confined to whoever holds the lock of the table; what {@link #share()} returns may be read by all as long as nobody
 * writes to a row it was shared with.
 */
sealed interface Cells permits LongCells, IntCells, DoubleCells, FloatCells, ObjectCells {

    /** An empty column for cells of this type. */
    static Cells of(DataType type, int capacity) {
        return switch (type) {
            case BIGINT, TIMESTAMP, UBIGINT -> new LongCells(type, capacity);
            case BOOL, TINYINT, SMALLINT, INT, UTINYINT, USMALLINT, UINT -> new IntCells(type, capacity);
            case DOUBLE -> new DoubleCells(capacity);
            case FLOAT -> new FloatCells(capacity);
            default -> new ObjectCells(capacity);
        };
    }

    /**
     * A column of values of a fixed width up to 64 bits.
     *
     * @param bytes the values, little-endian; those behind the end are NULL
     */
    static Cells read(DataType type, int count, ByteBuffer bytes, NullBits nulls) {
        int present = Math.min(count, bytes.remaining() / type.width());
        return switch (type) {
            case BIGINT, TIMESTAMP, UBIGINT -> LongCells.read(type, count, bytes.asLongBuffer(), present, nulls);
            case DOUBLE -> DoubleCells.read(count, bytes.asDoubleBuffer(), present, nulls);
            case FLOAT -> FloatCells.read(count, bytes.asFloatBuffer(), present, nulls);
            default -> IntCells.read(type, count, bytes, present, nulls);
        };
    }

    /** The cell by the server's cell conventions, null for NULL. */
    @Nullable
    Object get(int row);

    /** Writes a cell, of a row that is there or the one behind the last; the array grows as needed. */
    void set(int row, @Nullable Object value);

    /** Writes {@code length} cells of another column of the same type as {@link #set} does, all at once. */
    void setAll(int row, Cells source, int from, int length);

    /** A reader of the same array: it sees what the array holds now in the rows that are there now. */
    Cells share();

    /** A copy of {@code count} rows in an array of its own. */
    Cells copy(int from, int count, int capacity);

    /** How large an array must become for a row: half as much again, so that appending is cheap. */
    static int grown(int length, int row) {
        return Math.max(row + 1, length + (length >> 1) + 4);
    }
}
