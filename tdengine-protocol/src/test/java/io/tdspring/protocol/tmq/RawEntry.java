// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.data.DataType;
import io.tdspring.protocol.WireReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A block of a recorded message as bytes, found by the layout's lengths alone. */
record RawEntry(ByteBuffer block) {

    private static final int HEAD = 5;
    private static final int SCHEMA = 28;

    /** Walks a message that has at least one block and whose blocks have schemas. */
    static List<RawEntry> of(ByteBuffer raw) {
        return WireReader.readFrame("recorded message", raw, in -> {
            in.skip(HEAD + raw.order(ByteOrder.LITTLE_ENDIAN).getInt(1));
            int count = in.i32();
            boolean withTableName = in.u16() == 0x0101;
            List<RawEntry> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                entries.add(entry(in, withTableName));
            }
            in.rest();
            return List.copyOf(entries);
        });
    }

    private static RawEntry entry(WireReader in, boolean withTableName) {
        WireReader body = in.section("entry", in.varint());
        body.skip(18);
        int columns = in.zigzag();
        in.zigzag();
        for (int i = 0; i < columns; i++) {
            in.skip(2);
            in.zigzag();
            in.zigzag();
            in.skip(in.varint());
        }
        if (withTableName) {
            in.skip(in.varint());
        }
        return new RawEntry(body.rest());
    }

    /** The block with zeros where its bytes mean nothing: the cells of NULLs and the bits behind the last row. */
    static ByteBuffer withoutFiller(ByteBuffer block) {
        byte[] bytes = new byte[block.remaining()];
        block.duplicate().get(bytes);
        ByteBuffer copy = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int rows = copy.getInt(8);
        int columns = copy.getInt(12);
        int at = SCHEMA + 9 * columns;
        for (int column = 0; column < columns; column++) {
            DataType type = DataType.of(copy.get(SCHEMA + 5 * column));
            int length = copy.getInt(SCHEMA + 5 * columns + 4 * column);
            if (type.isVariable()) {
                at += 4 * rows + length;
            } else {
                clearFiller(bytes, at, rows, type.width());
                at += (rows + 7) / 8 + length;
            }
        }
        return copy.order(ByteOrder.BIG_ENDIAN);
    }

    private static void clearFiller(byte[] bytes, int bitmap, int rows, int width) {
        int bitmapLength = (rows + 7) / 8;
        for (int row = 0; row < 8 * bitmapLength; row++) {
            int mask = 0x80 >> (row & 7);
            if (row >= rows) {
                bytes[bitmap + (row >> 3)] &= (byte) ~mask;
            } else if ((bytes[bitmap + (row >> 3)] & mask) != 0) {
                int cell = bitmap + bitmapLength + row * width;
                Arrays.fill(bytes, cell, cell + width, (byte) 0);
            }
        }
    }
}
