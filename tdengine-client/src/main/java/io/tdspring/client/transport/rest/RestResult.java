// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.rest;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineResultException;
import io.tdspring.protocol.rest.RestAnswerReader;
import java.util.List;
import java.util.Optional;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** An answer that is read while it arrives. Confined to one thread at a time, except {@link #cancel}. */
final class RestResult implements Result {

    private enum State {
        READABLE,
        CLOSED,
        FAILED
    }

    private final RestCall call;
    private final Response response;
    private final RestAnswerReader reader;
    private final SqlRequest request;
    private final Runnable whenClosed;
    private final long affectedRows;
    private State state = State.READABLE;
    private volatile boolean cancelled;

    RestResult(RestCall call, Response response, RestAnswerReader reader, SqlRequest request, Runnable whenClosed) {
        this.call = call;
        this.response = response;
        this.reader = reader;
        this.request = request;
        this.whenClosed = whenClosed;
        this.affectedRows = reader.isUpdate() ? reader.affectedRows() : 0;
        if (reader.isUpdate()) {
            close();
        }
    }

    @Override
    public List<Column> columns() {
        return isUpdate() ? List.of() : reader.columns();
    }

    @Override
    public Precision precision() {
        return reader.precision();
    }

    @Override
    public boolean isUpdate() {
        return reader.isUpdate();
    }

    @Override
    public long affectedRows() {
        return affectedRows;
    }

    @Override
    public @Nullable Block nextBlock() {
        if (state == State.FAILED) {
            throw new TdengineResultException(0, "the result has failed before", request.requestId(), null);
        }
        if (state == State.CLOSED) {
            return null;
        }
        if (cancelled) {
            throw failed(cancellation(null));
        }
        return readBlock();
    }

    private @Nullable Block readBlock() {
        try {
            Deadline deadline = Deadline.after(request.timeout());
            Block block = call.read(response, deadline, () -> Optional.ofNullable(reader.nextBlock()))
                    .orElse(null);
            if (block == null) {
                close();
            }
            return block;
        } catch (TdengineException e) {
            throw failed(cancelled ? cancellation(e) : e);
        }
    }

    private TdengineException failed(TdengineException reason) {
        close();
        state = State.FAILED;
        return reason;
    }

    private TdengineResultException cancellation(@Nullable TdengineException cause) {
        return new TdengineResultException(0, "the result was cancelled", request.requestId(), cause);
    }

    @Override
    public void cancel() {
        cancelled = true;
        call.cancel();
    }

    @Override
    public void close() {
        if (state == State.READABLE) {
            state = State.CLOSED;
            whenClosed.run();
            response.close();
        }
    }
}
