// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket client made of nothing but the JDK. */
final class WebSocketPeer implements AutoCloseable {

    static final String CLOSED = "(closed)";

    private static final long WAIT_SECONDS = 15;

    private final WebSocket socket;
    private final Inbox inbox = new Inbox();

    WebSocketPeer(EmbeddedTdengine server, String path) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(WAIT_SECONDS))
                .buildAsync(URI.create("ws://" + server.endpoint() + path), inbox)
                .join();
    }

    void sendText(String text) {
        socket.sendText(text, true).join();
    }

    void sendBinary(String hex) {
        socket.sendBinary(ByteBuffer.wrap(HexFormat.of().parseHex(hex)), true).join();
    }

    /** Sends a text in two frames. */
    void sendInTwo(String text) {
        int half = text.length() / 2;
        socket.sendText(text.substring(0, half), false).join();
        socket.sendText(text.substring(half), true).join();
    }

    void ping() {
        socket.sendPing(ByteBuffer.wrap(new byte[] {7})).join();
    }

    /** The next message: a text as it is, a binary one in hex, a pong as "(pong)", the end as {@link #CLOSED}. */
    String receive() {
        String message = receiveWithin(Duration.ofSeconds(WAIT_SECONDS));
        if (message == null) {
            throw new AssertionError("No message for " + WAIT_SECONDS + " s");
        }
        return message;
    }

    @Nullable
    String receiveWithin(Duration wait) {
        try {
            return inbox.messages.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a request and returns the next message. */
    String ask(String text) {
        sendText(text);
        return receive();
    }

    /** Ends the connection without saying so. */
    void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            // The server may have been faster.
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .exceptionally(e -> socket)
                    .join();
        }
    }

    private static final class Inbox implements WebSocket.Listener {

        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream binary = new ByteArrayOutputStream();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            binary.writeBytes(bytes);
            if (last) {
                messages.add(HexFormat.of().formatHex(binary.toByteArray()));
                binary.reset();
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            messages.add("(pong)");
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            messages.add(CLOSED);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            messages.add(CLOSED);
        }
    }
}
