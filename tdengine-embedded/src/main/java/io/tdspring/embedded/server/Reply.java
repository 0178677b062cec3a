// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.SimpleResponse;
import io.tdspring.protocol.ws.TextResponse;

/**
 * The answer to one WebSocket request, and the watch that times it.
 *
 * <p>Thread-safe.
 */
public final class Reply {

    private final Outbox outbox;
    private final String action;
    private final long requestId;
    private final long start = System.nanoTime();

    public Reply(Outbox outbox, String action, long requestId) {
        this.outbox = outbox;
        this.action = action;
        this.requestId = requestId;
    }

    public long requestId() {
        return requestId;
    }

    /** Nanoseconds since the request came. */
    public long timing() {
        return System.nanoTime() - start;
    }

    /** The head of a success. */
    public ResponseHead ok() {
        return ResponseHead.ok(action, requestId, timing());
    }

    /** The head of a failure. */
    public ResponseHead failed(SqlException failure) {
        String message = failure.getMessage();
        return new ResponseHead(failure.code() & 0xffff, message == null ? "" : message, action, requestId, timing());
    }

    public void send(TextResponse response) {
        outbox.text(response.toJson());
    }

    public void send(BinaryMessage message) {
        outbox.binary(message.toFrame());
    }

    /** Answers a success without any fields. */
    public void sendOk() {
        send(new SimpleResponse(ok()));
    }

    /** Answers a failure without any fields. */
    public void fail(SqlException failure) {
        send(new SimpleResponse(failed(failure)));
    }
}
