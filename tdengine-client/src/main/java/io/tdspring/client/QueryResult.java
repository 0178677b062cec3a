// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.transport.Result;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one statement, read in one of three ways: {@link #nextBlock} gives blocks for keeps, {@link #forEachBlock}
 * lends them, and {@link #rows} moves a cursor over their rows.
 *
 * <p>A block for keeps is immutable and may go anywhere; its memory is its own. A block that is lent gives its memory to
 * another one as soon as the loan is over, so that a result of any size takes the memory of a few blocks: this is the
 * fastest way.
 *
 * <p>Close it always: the server keeps a result that has not been read to its end, and over WebSocket some servers count
 * it against the user's limits. Confined to one thread at a time, except {@link #cancel}.
 */
public final class QueryResult implements AutoCloseable {

    private final Result result;
    private final long requestId;
    private @Nullable ColumnNames names;
    private @Nullable RowCursor cursor;
    private boolean lent;

    QueryResult(Result result, long requestId) {
        this.result = result;
        this.requestId = requestId;
    }

    /** The columns, empty if this is an update. */
    public List<Column> columns() {
        return result.columns();
    }

    /** The unit of the timestamps; over REST, of the first that is not NULL. */
    public Precision precision() {
        return result.precision();
    }

    /** The id under which the statement ran, unsigned. */
    public long requestId() {
        return requestId;
    }

    /** Whether the statement had no rows to answer: an insert, DDL and the like. */
    public boolean isUpdate() {
        return result.isUpdate();
    }

    /** Rows written by an update; 0 for DDL and queries. */
    public long affectedRows() {
        return result.affectedRows();
    }

    /**
     * The index of the first column of this name, whatever its case.
     *
     * @throws IllegalArgumentException if there is none; the message lists the columns
     */
    public int columnIndex(String name) {
        return names().indexOf(name);
    }

    private ColumnNames names() {
        if (names == null) {
            names = new ColumnNames(columns());
        }
        return names;
    }

    /**
     * Waits for the next rows, at most the request timeout. The block is for keeps.
     *
     * @return null at the end, and at once for an update
     * @throws io.tdspring.error.TdengineException if the server fails to deliver; the result is of no more use then
     * @throws IllegalStateException if a block is lent, or if {@link #rows} has been called
     */
    public @Nullable Block nextBlock() {
        requireNoLoan();
        return result.nextBlock();
    }

    /**
     * Lends the remaining blocks one after the other; waits for each at most the request timeout. A block, its rows and
     * its views must not be looked at any more when the reader has returned; the objects and arrays that were read stay.
     * The reader may close this result, which then ends with the block that it has.
     *
     * @throws io.tdspring.error.TdengineException if the server fails to deliver; the result is of no more use then
     * @throws IllegalStateException if a block is lent, or if {@link #rows} has been called
     */
    public void forEachBlock(Consumer<? super Block> reader) {
        requireNoLoan();
        for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
            lent = true;
            try {
                reader.accept(block);
            } finally {
                lent = false;
                result.recycle(block);
            }
        }
    }

    /**
     * The cursor over the remaining rows; there is one for a result.
     *
     * @throws IllegalStateException if a block is lent
     */
    public RowCursor rows() {
        if (cursor == null) {
            requireNoLoan();
            cursor = new RowCursor(result, names());
        }
        return cursor;
    }

    private void requireNoLoan() {
        if (lent || cursor != null) {
            throw new IllegalStateException(lent ? "a block of this result is lent" : "this result is read row by row");
        }
    }

    /**
     * Gives up the rows not yet read. Any thread may call this: one that waits for rows fails at once with a
     * {@link io.tdspring.error.TdengineResultException}, as does one that asks for more, and the server frees the result.
     * Close the result all the same. Idempotent, does not wait.
     */
    public void cancel() {
        result.cancel();
    }

    /** Gives up the rows not yet read, and ends the cursor; idempotent. */
    @Override
    public void close() {
        if (cursor != null) {
            cursor.giveBack();
        }
        result.close();
    }
}
