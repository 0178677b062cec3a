// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.okhttp;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.WebSocket;
import okio.Buffer;
import okio.ByteString;

/**
 * A socket of OkHttp's. Thread-safe.
 *
 * <p>What is sent is queued, so that sending waits for nothing and needs no deadline. OkHttp ends a socket on which more
 * than 16 MiB are queued, and one that has taken nothing for the write timeout.
 */
final class OkHttpSocket implements OpenSocket {

    /** Leaves room for small messages beside it. */
    private static final int MAX_MESSAGE_BYTES = 15 << 20;

    private static final int NORMAL_CLOSURE = 1000;
    private static final long CLOSE_MILLIS = 500;

    private final WebSocket socket;
    private final CountDownLatch gone;

    /**
     * @param gone counted down when the socket has ended
     */
    OkHttpSocket(WebSocket socket, CountDownLatch gone) {
        this.socket = socket;
        this.gone = gone;
    }

    @Override
    public int maxMessageBytes() {
        return MAX_MESSAGE_BYTES;
    }

    @Override
    public boolean sendText(String text, Deadline deadline) {
        return socket.send(text);
    }

    @Override
    public void sendTextLater(String text) {
        socket.send(text);
    }

    @Override
    public boolean sendBinary(Deadline deadline, ByteBuffer... parts) {
        return socket.send(parts.length == 1 ? ByteString.of(parts[0].duplicate()) : gathered(parts));
    }

    private static ByteString gathered(ByteBuffer... parts) {
        Buffer buffer = new Buffer();
        try {
            for (ByteBuffer part : parts) {
                buffer.write(part.duplicate());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory failed", e);
        }
        // Shares the buffer's memory, which nobody else has.
        return buffer.snapshot();
    }

    /** OkHttp keeps no memory for messages. */
    @Override
    public void recycle(ByteBuffer message) {}

    @Override
    public void close() {
        socket.close(NORMAL_CLOSURE, null);
        try {
            if (!gone.await(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
                socket.cancel();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            socket.cancel();
        }
    }

    @Override
    public void cancel() {
        socket.cancel();
    }
}
