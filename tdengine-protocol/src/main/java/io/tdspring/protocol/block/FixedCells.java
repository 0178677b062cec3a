// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.block;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Cells of one width behind a bitmap of NULLs, the most significant bit first. A NULL's own bytes are 0. */
final class FixedCells implements Cells {

    private static final int INITIAL_ROWS = 16;

    private final int width;
    private ByteBuffer values;
    private byte[] nulls = new byte[INITIAL_ROWS / 8];
    private int rows;

    FixedCells(int width) {
        this.width = width;
        this.values = ByteBuffer.allocate(INITIAL_ROWS * width).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void addNull() {
        int row = rows;
        ByteBuffer cell = next();
        cell.position(cell.position() + width);
        nulls[row >> 3] |= (byte) (0x80 >> (row & 7));
    }

    /** Begins another row; the caller puts exactly one cell into the little-endian buffer. */
    ByteBuffer next() {
        if (values.remaining() < width) {
            int capacity = Cells.grown(values.capacity(), values.position() + (long) width);
            values =
                    ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(values.flip());
        }
        if (rows >> 3 == nulls.length) {
            nulls = Arrays.copyOf(nulls, nulls.length * 2);
        }
        rows++;
        return values;
    }

    @Override
    public long headBytes() {
        return (rows + 7L) / 8;
    }

    @Override
    public int dataBytes() {
        return values.position();
    }

    @Override
    public void writeTo(ByteBuffer out) {
        out.put(nulls, 0, (int) headBytes());
        out.put(values.array(), 0, values.position());
    }
}
