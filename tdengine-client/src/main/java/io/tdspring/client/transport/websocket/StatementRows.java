// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Result;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a prepared query, which tells its statement when it is closed and no fetch is under way: only then may the
 * statement run again, or be closed. Confined to one thread at a time, except {@link #cancel}.
 */
final class StatementRows implements Result {

    private final WebSocketResult result;
    private final Runnable whenClosed;
    private boolean isClosed;
    private volatile boolean isCancelled;

    StatementRows(WebSocketResult result, Runnable whenClosed) {
        this.result = result;
        this.whenClosed = whenClosed;
    }

    @Override
    public List<Column> columns() {
        return result.columns();
    }

    @Override
    public Precision precision() {
        return result.precision();
    }

    @Override
    public boolean isUpdate() {
        return result.isUpdate();
    }

    @Override
    public long affectedRows() {
        return result.affectedRows();
    }

    @Override
    public @Nullable Block nextBlock() {
        return result.nextBlock();
    }

    @Override
    public void recycle(Block block) {
        result.recycle(block);
    }

    @Override
    public void cancel() {
        isCancelled = true;
        result.cancel();
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            // Of a fetch under way when it was cancelled nobody hears again, so the statement stays until the session
            // ends.
            result.closeThen(isCancelled ? () -> {} : whenClosed);
        }
    }
}
