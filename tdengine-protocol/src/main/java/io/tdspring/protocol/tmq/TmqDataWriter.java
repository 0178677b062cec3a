// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.data.DataType;
import io.tdspring.protocol.WireWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The writing half of {@link TmqData}, which draws the layout. */
final class TmqDataWriter {

    private static final int OFFSETS_BYTES = 18;
    private static final int LOG_OFFSET = 0x11;
    private static final int ENTRY_HEAD_BYTES = 18;
    /** Where a raw block has these. */
    private static final int BLOCK_ROWS = 8;

    private static final int BLOCK_COLUMNS = 12;
    private static final int BLOCK_SCHEMA = 28;
    /** Flags of a column as recorded; nobody reads them. */
    private static final int TABLE_COLUMN = 0x01;

    private static final int TABLE_DECIMAL = 0x81;

    private TmqDataWriter() {}

    /** All but what comes behind the blocks. */
    static WireWriter write(long begin, long end, List<TmqBlockSource> blocks) {
        WireWriter out = new WireWriter();
        out.u8(TmqData.HEAD_VERSION).i32(OFFSETS_BYTES);
        out.u8(LOG_OFFSET).i64(begin).u8(LOG_OFFSET).i64(end);
        out.i32(blocks.size());
        if (!blocks.isEmpty()) {
            out.u8(blocks.get(0).tableName() == null ? 0 : 1).u8(1);
        }
        blocks.forEach(block -> writeBlock(out, block));
        return out;
    }

    private static void writeBlock(WireWriter out, TmqBlockSource source) {
        ByteBuffer block = source.block().slice().order(ByteOrder.LITTLE_ENDIAN);
        out.varint(ENTRY_HEAD_BYTES + block.remaining());
        out.i64(1).i64(Long.reverseBytes(block.getInt(BLOCK_ROWS)));
        out.u8(0).u8(source.precision().code()).bytes(block);
        writeSchema(out, source, block);
        String tableName = source.tableName();
        if (tableName != null) {
            out.terminatedString(tableName);
        }
    }

    private static void writeSchema(WireWriter out, TmqBlockSource source, ByteBuffer block) {
        List<String> names = source.columnNames();
        if (names.size() != block.getInt(BLOCK_COLUMNS)) {
            throw new IllegalArgumentException(names.size() + " names for " + block.getInt(BLOCK_COLUMNS) + " columns");
        }
        out.zigzag(names.size()).zigzag(0);
        for (int i = 0; i < names.size(); i++) {
            int at = BLOCK_SCHEMA + 5 * i;
            boolean isDecimal = DataType.of(block.get(at)).isDecimal();
            // A block packs digits and scale into a DECIMAL's length; here it is the width, which the block's top byte
            // is.
            int length = isDecimal ? block.get(at + 4) : block.getInt(at + 1);
            out.u8(block.get(at)).u8(flags(source, isDecimal)).zigzag(length).zigzag(i + 1);
            out.terminatedString(names.get(i));
        }
    }

    private static int flags(TmqBlockSource source, boolean isDecimal) {
        if (source.tableName() == null) {
            return 0;
        }
        return isDecimal ? TABLE_DECIMAL : TABLE_COLUMN;
    }
}
