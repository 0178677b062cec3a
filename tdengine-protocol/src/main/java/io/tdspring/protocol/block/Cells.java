// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.block;

import io.tdspring.error.TdConversionException;
import java.nio.ByteBuffer;

/** The cells of one column while it is written, in arrays that grow. Confined to one thread. */
sealed interface Cells permits FixedCells, VariableCells {

    int rows();

    void addNull();

    /** Bytes of the bitmap or the offsets. */
    long headBytes();

    /** Bytes of the cells; for variable types with their prefixes. */
    int dataBytes();

    /** Appends head and data to a little-endian buffer. */
    void writeTo(ByteBuffer out);

    /**
     * A capacity of at least {@code needed}, and by half more than before so that growing costs little.
     *
     * @throws TdConversionException if no array is that long
     */
    static int grown(int capacity, long needed) {
        if (needed > Integer.MAX_VALUE - 16) {
            throw new TdConversionException("a column of a block exceeds 2 GiB");
        }
        return (int) Math.min(Math.max(needed, capacity + (capacity >> 1)), Integer.MAX_VALUE - 16L);
    }
}
