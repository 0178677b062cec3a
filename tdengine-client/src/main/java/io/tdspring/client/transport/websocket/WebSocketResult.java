// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.websocket.UnreadBlocks.Fetched;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineResultException;
import io.tdspring.protocol.block.RawBlock;
import io.tdspring.protocol.ws.QueryResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result that is fetched block by block. Confined to one thread at a time, except {@link #cancel}. */
final class WebSocketResult implements Result, Prefetching {

    private enum State {
        READABLE,
        CLOSED,
        FAILED
    }

    private record Read(Block block, ByteBuffer frame) {}

    private final WebSocketSession session;
    private final QueryResponse response;
    private final BlockFetches fetches;
    private @Nullable Read last;
    private State state;
    private @Nullable Runnable whenQuiet;

    WebSocketResult(WebSocketSession session, QueryResponse response, Duration timeout) {
        this.session = session;
        this.response = response;
        this.fetches =
                new BlockFetches(session, response.resultId(), response.head().requestId(), timeout);
        this.state = response.isUpdate() ? State.CLOSED : State.READABLE;
    }

    /**
     * Has this run when the result is closed and no fetch is under way: only then may the statement that it comes from run
     * again, or be closed. To be called before {@link #begin}, for a query.
     */
    WebSocketResult whenQuiet(Runnable listener) {
        whenQuiet = listener;
        fetches.keepTrack();
        return this;
    }

    /** Has the first block on its way before it is asked for. */
    WebSocketResult begin() {
        if (state == State.READABLE) {
            fetches.begin();
        }
        return this;
    }

    @Override
    public void whenFetched(Runnable listener) {
        fetches.whenFetched(listener);
    }

    @Override
    public List<Column> columns() {
        return response.columns();
    }

    @Override
    public Precision precision() {
        return response.precision();
    }

    @Override
    public boolean isUpdate() {
        return response.isUpdate();
    }

    @Override
    public long affectedRows() {
        return response.affectedRows();
    }

    @Override
    public @Nullable Block nextBlock() {
        if (state == State.FAILED) {
            throw new TdengineResultException(
                    0, "the result has failed before", response.head().requestId(), null);
        }
        if (state == State.CLOSED) {
            return null;
        }
        try {
            return read();
        } catch (TdengineException e) {
            fetches.close();
            state = State.FAILED;
            throw e;
        }
    }

    private @Nullable Block read() {
        Fetched fetched = fetches.take();
        if (fetched == null) {
            last = null;
            return null;
        }
        Block block = RawBlock.read(fetched.block(), columns(), precision());
        last = new Read(block, fetched.frame());
        return block;
    }

    @Override
    public void recycle(Block block) {
        Read read = last;
        if (read != null && read.block == block) {
            last = null;
            session.recycle(read.frame);
        }
    }

    @Override
    public void cancel() {
        if (!isUpdate()) {
            fetches.cancel();
        }
    }

    @Override
    public void close() {
        Runnable listener = whenQuiet;
        whenQuiet = null;
        boolean isReadable = state == State.READABLE;
        if (isReadable) {
            state = State.CLOSED;
        }
        if (listener != null) {
            fetches.closeThen(listener);
        } else if (isReadable) {
            fetches.close();
        }
    }
}
