// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.transport.Result;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one statement, read block by block.
 *
 * <p>Close it always: the server keeps a result that has not been read to its end, and over WebSocket some servers count
 * it against the user's limits. Confined to one thread at a time; its blocks are immutable and may go anywhere.
 */
public final class QueryResult implements AutoCloseable {

    private final Result result;
    private final long requestId;

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
     * Waits for the next rows, at most the request timeout.
     *
     * @return null at the end, and at once for an update
     * @throws io.tdspring.error.TdengineException if the server fails to deliver; the result is of no more use then
     */
    public @Nullable Block nextBlock() {
        return result.nextBlock();
    }

    /** Gives up the rows not yet read; idempotent. */
    @Override
    public void close() {
        result.close();
    }
}
