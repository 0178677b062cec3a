// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.Result;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.error.Call;
import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineResultException;
import io.tdspring.protocol.block.RawBlock;
import io.tdspring.protocol.ws.FetchRawBlock;
import io.tdspring.protocol.ws.FetchedBlock;
import io.tdspring.protocol.ws.FreeResult;
import io.tdspring.protocol.ws.QueryResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A result that is fetched block by block. Confined to one thread at a time.
 *
 * <p>While a block is being read the next one is on its way, but never two: the server mixes up the blocks of a result
 * that has two fetches under way.
 */
final class WebSocketResult implements Result {

    private enum State {
        READABLE,
        FREED,
        FAILED
    }

    private record Fetch(Outgoing request, CompletableFuture<Answer> answer) {}

    private final WebSocketSession session;
    private final QueryResponse response;
    private final Duration timeout;
    private @Nullable Fetch underWay;
    private State state;

    WebSocketResult(WebSocketSession session, QueryResponse response, Duration timeout) {
        this.session = session;
        this.response = response;
        this.timeout = timeout;
        this.state = response.isUpdate() ? State.FREED : State.READABLE;
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
            throw new TdengineResultException(0, "the result has failed before", requestId(), null);
        }
        if (state == State.FREED) {
            return null;
        }
        try {
            return read(Deadline.after(timeout));
        } catch (TdengineException e) {
            free();
            state = State.FAILED;
            throw e;
        }
    }

    private @Nullable Block read(Deadline deadline) {
        Fetch fetch = underWay == null ? fetch(deadline) : underWay;
        underWay = null;
        Answer answer = session.await(fetch.request, fetch.answer, deadline);
        FetchedBlock fetched = FetchedBlock.read(answer.asFrame(Call.QUERY));
        if (fetched instanceof FetchedBlock.Failed failed) {
            throw ErrorCodes.toException(Call.QUERY, failed.code(), failed.message(), requestId());
        }
        if (fetched instanceof FetchedBlock.Rows rows) {
            underWay = fetch(deadline);
            return RawBlock.read(rows.block(), columns(), precision());
        }
        state = State.FREED;
        return null;
    }

    private Fetch fetch(Deadline deadline) {
        long id = RequestIds.next();
        String what = FetchRawBlock.ACTION + " for request " + RequestIds.text(requestId());
        Outgoing request = Outgoing.of(what, id, new FetchRawBlock(id, response.resultId()));
        return new Fetch(request, session.send(request, deadline));
    }

    private long requestId() {
        return response.head().requestId();
    }

    private void free() {
        if (underWay != null) {
            underWay.answer.cancel(false);
            underWay = null;
        }
        session.tell(Outgoing.of(new FreeResult(RequestIds.next(), response.resultId())));
    }

    @Override
    public void close() {
        if (state == State.READABLE) {
            free();
            state = State.FREED;
        }
    }
}
