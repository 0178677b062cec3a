// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.okhttp;

import io.tdspring.client.transport.ConnectProgress;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.websocket.engine.Receiver;
import io.tdspring.error.TdengineConnectionException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Translates what OkHttp says about a socket. Called by the one thread that reads the socket. */
final class SocketListener extends WebSocketListener {

    private static final Logger log = LoggerFactory.getLogger(SocketListener.class);

    private static final int NORMAL_CLOSURE = 1000;

    private final Endpoint endpoint;
    private final String path;
    private final ConnectProgress progress;
    private final Receiver receiver;
    private final CompletableFuture<Boolean> opened = new CompletableFuture<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CountDownLatch gone = new CountDownLatch(1);

    SocketListener(Endpoint endpoint, String path, ConnectProgress progress, Receiver receiver) {
        this.endpoint = endpoint;
        this.path = path;
        this.progress = progress;
        this.receiver = receiver;
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
        log.debug("opened {}{}", endpoint, path);
        opened.complete(true);
    }

    // What a receiver throws OkHttp turns into onFailure.
    @Override
    public void onMessage(WebSocket socket, String text) {
        receiver.onText(text);
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
        receiver.onBinary(bytes.asByteBuffer());
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        end(endpoint + " closed the connection", null);
        socket.close(NORMAL_CLOSURE, null);
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
        log.debug("closed {}{}", endpoint, path);
        gone.countDown();
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
        log.debug("{}{} ended: {}", endpoint, path, failure.toString());
        if (!opened.completeExceptionally(whyNotOpened(failure, response))) {
            end("the connection to " + endpoint + " broke", failure);
        }
        gone.countDown();
    }

    private void end(String why, @Nullable Throwable cause) {
        if (ended.compareAndSet(false, true)) {
            receiver.onEnd(why, cause);
        }
    }

    private TdengineConnectionException whyNotOpened(Throwable failure, @Nullable Response response) {
        if (response != null) {
            String status = " answered HTTP " + response.code() + " instead of opening a WebSocket on ";
            return new TdengineConnectionException(endpoint + status + path, failure);
        }
        if (failure instanceof IOException io) {
            return progress.failed(io);
        }
        return new TdengineConnectionException("cannot connect to " + endpoint + ": " + failure, failure);
    }
}
