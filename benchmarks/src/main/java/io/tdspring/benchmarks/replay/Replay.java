// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.protocol.block.BlockWriter;
import io.tdspring.protocol.ws.FetchedBlock;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * A result that is told again and again: which columns, how many rows, and the blocks that hold them.
 *
 * @param rows of all blocks together
 * @param full a block of {@link #BLOCK_ROWS} rows, sent as often as it takes
 * @param last the rows that are left
 */
record Replay(List<Column> columns, long rows, ByteBuffer full, ByteBuffer last) {

    /** As many rows as a real server sends in a block. */
    static final int BLOCK_ROWS = 4096;

    private static final long FIRST_TIME = 1_767_225_600_000L;

    /** 5 million rows of numbers. */
    static final Replay W1 = of(
            List.of(
                    Column.of("ts", DataType.TIMESTAMP),
                    Column.of("a", DataType.FLOAT),
                    Column.of("b", DataType.INT),
                    Column.of("c", DataType.FLOAT)),
            5_000_000,
            (block, row) -> {
                block.column(0).addLong(FIRST_TIME + 1000L * row);
                block.column(1).addFloat((row % 500) / 10f);
                block.column(2).addLong(row % 10_007);
                block.column(3).addFloat((row % 300) / 4f);
            });

    /** Half a million rows with text. */
    static final Replay W2 = of(
            List.of(
                    Column.of("ts", DataType.TIMESTAMP),
                    Column.of("place", DataType.NCHAR, 40),
                    Column.of("device", DataType.VARCHAR, 40),
                    Column.of("counter", DataType.BIGINT),
                    Column.of("level", DataType.DOUBLE),
                    Column.of("alarm", DataType.BOOL)),
            500_000,
            (block, row) -> {
                block.column(0).addLong(FIRST_TIME + 1000L * row);
                block.column(1).addText("测试站点-station-" + row % 1000);
                block.column(2).addText("device-" + row % 997 + "-of-the-plant");
                block.column(3).addLong(row * 31L);
                block.column(4).addDouble(row / 8.0);
                block.column(5).addLong(row % 7 == 0 ? 1 : 0);
            });

    /** The last row of a table. */
    static final Replay LAST_ROW = of(W1.columns, 1, (block, row) -> block.addRow(FIRST_TIME, 21.5f, 42, 0.25f));

    private static Replay of(List<Column> columns, int rows, ObjIntConsumer<BlockWriter> rowWriter) {
        int left = rows % BLOCK_ROWS;
        return new Replay(columns, rows, block(columns, BLOCK_ROWS, rowWriter), block(columns, left, rowWriter));
    }

    private static ByteBuffer block(List<Column> columns, int rows, ObjIntConsumer<BlockWriter> rowWriter) {
        BlockWriter block = new BlockWriter(columns, BlockWriter.QUERY);
        for (int row = 0; row < rows; row++) {
            rowWriter.accept(block, row);
        }
        return block.finish();
    }

    /** The result of a statement: by the name of the table in it. */
    static Replay of(String sql) {
        if (sql.contains("bench.w1")) {
            return W1;
        }
        return sql.contains("bench.w2") ? W2 : LAST_ROW;
    }

    Precision precision() {
        return Precision.MILLISECOND;
    }

    int blocks() {
        return (int) ((rows + BLOCK_ROWS - 1) / BLOCK_ROWS);
    }

    /** The frame with the block of this number; request and result are left 0. */
    ByteBuffer frame(int number) {
        ByteBuffer block = (number + 1) * (long) BLOCK_ROWS <= rows ? full : last;
        return ServerFrames.prepare(new FetchedBlock.Rows(0, 0, 1, block.duplicate()).toFrame());
    }
}
