// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.websocket.engine.Receiver;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.WireReader;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what arrives on a socket to those who wait for it. Called by the one thread that reads the socket. */
final class Incoming implements Receiver {

    private static final Logger log = LoggerFactory.getLogger(Incoming.class);

    /** Where all answers in bytes have the request id: behind flag, action, version and timing. */
    private static final int REQUEST_ID_OFFSET = 26;

    private final WebSocketAddress address;
    private final Waiters waiters;
    private volatile @Nullable Consumer<Answer> unclaimed;
    private volatile boolean silent;

    Incoming(WebSocketAddress address, Waiters waiters) {
        this.address = address;
        this.waiters = waiters;
    }

    /**
     * Has this get the answers for which nobody waits any more. It is set before the first request is sent, so there are
     * none before.
     */
    void setUnclaimed(Consumer<Answer> unclaimed) {
        this.unclaimed = unclaimed;
    }

    /** To be called when an answer has not come in time. */
    void missed() {
        silent = true;
    }

    /**
     * To be called when the time for an answer is over.
     *
     * @param withdrawal has nobody wait for the answer any more; false if it has come
     * @return what the withdrawal says
     */
    boolean missed(BooleanSupplier withdrawal) {
        // First, so that an answer is heard that comes as soon as nobody waits for it.
        silent = true;
        boolean withdrawn = withdrawal.getAsBoolean();
        if (!withdrawn) {
            heard();
        }
        return withdrawn;
    }

    /** Whether an answer was missed, and nothing has come since. */
    boolean isSilent() {
        return silent;
    }

    private void heard() {
        if (silent) {
            silent = false;
        }
    }

    @Override
    public void onText(String json) {
        try {
            Answer.Text answer = Answer.Text.read(json);
            claim(answer.head().requestId(), answer);
        } catch (TdengineProtocolException e) {
            throw noAnswer(e);
        }
    }

    @Override
    public void onBinary(ByteBuffer frame) {
        try {
            claim(requestIdOf(frame), new Answer.Binary(frame));
        } catch (TdengineProtocolException e) {
            throw noAnswer(e);
        }
    }

    private void claim(long requestId, Answer answer) {
        heard();
        if (!waiters.answer(requestId, answer)) {
            drop(answer);
        }
        // Somebody may have missed this answer while it was there already.
        heard();
    }

    /** To be called with an answer that nobody wants any more. */
    void drop(Answer answer) {
        log.debug("nobody waits for an answer of {}", address);
        Consumer<Answer> dropped = unclaimed;
        if (dropped != null) {
            dropped.accept(answer);
        }
    }

    private static long requestIdOf(ByteBuffer frame) {
        return WireReader.readFrame("binary answer", frame, in -> {
            in.skip(REQUEST_ID_OFFSET);
            long requestId = in.i64();
            in.rest();
            return requestId;
        });
    }

    // What cannot be attributed to a request leaves some request without its answer; throwing it ends the socket.
    private TdengineProtocolException noAnswer(TdengineProtocolException cause) {
        waiters.endAll(new Waiters.End(address.endpoint() + " sent what is no answer", cause));
        return cause;
    }

    @Override
    public void onEnd(String why, @Nullable Throwable cause) {
        waiters.endAll(new Waiters.End(why, cause));
    }
}
