// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.ConnectProgress;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.WireReader;
import io.tdspring.protocol.ws.ResponseHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what arrives on a socket to those who wait for it. Called by the one thread that reads the socket. */
final class SessionListener extends WebSocketListener {

    private static final Logger log = LoggerFactory.getLogger(SessionListener.class);

    /** Where all answers in bytes have the request id: behind flag, action, version and timing. */
    private static final int REQUEST_ID_OFFSET = 26;

    private static final int NORMAL_CLOSURE = 1000;

    private final WebSocketAddress address;
    private final ConnectProgress progress;
    private final Waiters waiters;
    private final BiConsumer<WebSocket, Answer.Text> unclaimed;
    private final CompletableFuture<Boolean> opened = new CompletableFuture<>();
    private final CountDownLatch gone = new CountDownLatch(1);

    SessionListener(
            WebSocketAddress address,
            ConnectProgress progress,
            Waiters waiters,
            BiConsumer<WebSocket, Answer.Text> unclaimed) {
        this.address = address;
        this.progress = progress;
        this.waiters = waiters;
        this.unclaimed = unclaimed;
    }

    /** Completed when the socket is open, or by the reason why it could not be opened. */
    CompletableFuture<Boolean> opened() {
        return opened;
    }

    /** Counted down when the socket is gone. */
    CountDownLatch gone() {
        return gone;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        log.debug("opened {}", address);
        opened.complete(true);
    }

    @Override
    public void onMessage(WebSocket socket, String json) {
        try {
            Answer.Text answer = new Answer.Text(json, ResponseHead.read(json));
            if (!waiters.answer(answer.head().requestId(), answer)) {
                drop(socket, answer);
            }
        } catch (TdengineProtocolException e) {
            giveUp(socket, e);
        }
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
        try {
            ByteBuffer frame = bytes.asByteBuffer();
            Answer answer = new Answer.Binary(frame);
            if (!waiters.answer(requestIdOf(frame), answer)) {
                drop(socket, answer);
            }
        } catch (TdengineProtocolException e) {
            giveUp(socket, e);
        }
    }

    /** To be called with an answer that nobody wants any more, or null if none came. */
    void drop(WebSocket socket, @Nullable Answer answer) {
        if (answer != null) {
            log.debug("nobody waits for an answer of {}", address);
        }
        if (answer instanceof Answer.Text text) {
            unclaimed.accept(socket, text);
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

    // What cannot be attributed to a request leaves some request without its answer.
    private void giveUp(WebSocket socket, TdengineProtocolException cause) {
        waiters.endAll(new Waiters.End(address.endpoint() + " sent what is no answer", cause));
        socket.cancel();
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        waiters.endAll(new Waiters.End(address.endpoint() + " closed the connection", null));
        socket.close(NORMAL_CLOSURE, null);
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
        log.debug("closed {}", address);
        gone.countDown();
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
        log.debug("{} ended: {}", address, failure.toString());
        opened.completeExceptionally(whyNotOpened(failure, response));
        waiters.endAll(new Waiters.End("the connection to " + address.endpoint() + " broke", failure));
        gone.countDown();
    }

    private TdengineConnectionException whyNotOpened(Throwable failure, @Nullable Response response) {
        if (response != null) {
            String status = " answered HTTP " + response.code() + " instead of opening a WebSocket on ";
            return new TdengineConnectionException(address.endpoint() + status + address.path(), failure);
        }
        if (failure instanceof IOException io) {
            return progress.failed(io);
        }
        return new TdengineConnectionException("cannot connect to " + address.endpoint() + ": " + failure, failure);
    }
}
