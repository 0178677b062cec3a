// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import io.tdspring.data.Block;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.protocol.block.BlockWriter;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of a result into blocks, each when it is asked for.
 *
 * <p>For one thread at a time.
 */
public final class BlockSource {

    private final StatementResult.Rows result;
    private final Iterator<@Nullable Object[]> rows;
    private final int blockRows;

    public BlockSource(StatementResult.Rows result, int blockRows) {
        this.result = result;
        this.rows = result.rows();
        this.blockRows = blockRows;
    }

    /** The next rows, at most as many as a block may have; null at the end. */
    public @Nullable BlockWriter next() {
        if (!rows.hasNext()) {
            return null;
        }
        BlockWriter block = new BlockWriter(result.columns(), BlockWriter.QUERY);
        while (block.rows() < blockRows && rows.hasNext()) {
            block.addRow(rows.next());
        }
        return block;
    }

    /** The next rows ready to be read. */
    public @Nullable Block nextBlock() {
        BlockWriter block = next();
        return block == null ? null : block.toBlock(result.precision());
    }
}
