// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.server.BlockSource;
import io.tdspring.protocol.block.BlockWriter;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result that a client reads block by block.
 *
 * <p>Thread-safe: one block is made at a time.
 */
final class OpenResult {

    private final long id;
    private final List<Column> columns;
    private final BlockSource blocks;

    // Guarded by this.
    private @Nullable ByteBuffer block;
    private int rowsInBlock;

    OpenResult(long id, StatementResult.Rows result, int blockRows) {
        this.id = id;
        this.columns = result.columns();
        this.blocks = new BlockSource(result, blockRows);
    }

    long id() {
        return id;
    }

    /** Makes the next block, or null at the end. */
    synchronized @Nullable ByteBuffer next() {
        block = null;
        rowsInBlock = 0;
        BlockWriter next = blocks.next();
        if (next != null) {
            rowsInBlock = next.rows();
            block = next.finish();
        }
        return block;
    }

    /** The block made last, or null if there is none yet. */
    synchronized @Nullable ByteBuffer block() {
        return block;
    }

    /** The number of rows of the block made last. */
    synchronized int rowsInBlock() {
        return rowsInBlock;
    }

    /** The width of each column as a block states it, with the length that precedes values of no fixed width. */
    List<Long> widths() {
        return columns.stream().map(OpenResult::width).toList();
    }

    private static long width(Column column) {
        DataType type = column.type();
        if (!type.isVariable()) {
            return type.width();
        }
        long bytes = type == DataType.NCHAR ? 4L * column.length() : column.length();
        return bytes + type.prefixBytes();
    }
}
