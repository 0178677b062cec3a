// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket client (RFC 6455) on a plain socket, which sees the end of a connection however it comes. */
final class WebSocketPeer implements AutoCloseable {

    static final String CLOSED = "(closed)";

    private static final long WAIT_SECONDS = 15;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int CONTINUED = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    WebSocketPeer(EmbeddedTdengine server, String path) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            socket.setTcpNoDelay(true);
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            out = new DataOutputStream(socket.getOutputStream());
            upgrade(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread reader = new Thread(this::read, "websocket-peer");
        reader.setDaemon(true);
        reader.start();
    }

    private void upgrade(String path) throws IOException {
        out.writeBytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        String status = line();
        if (!status.contains(" 101 ")) {
            throw new IOException("The upgrade was answered " + status);
        }
        while (!line().isEmpty()) {
            // The headers say nothing that is needed.
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    void sendText(String text) {
        send(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    void sendBinary(String hex) {
        send(FINAL | BINARY, HexFormat.of().parseHex(hex));
    }

    /** Sends a text in two frames. */
    void sendInTwo(String text) {
        int half = text.length() / 2;
        send(TEXT, text.substring(0, half).getBytes(StandardCharsets.UTF_8));
        send(FINAL | CONTINUED, text.substring(half).getBytes(StandardCharsets.UTF_8));
    }

    void ping() {
        send(FINAL | PING, new byte[] {7});
    }

    /** The mask is 0, so the payload goes as it is. */
    private synchronized void send(int head, byte[] payload) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(payload.length + 14);
            DataOutputStream frame = new DataOutputStream(bytes);
            frame.writeByte(head);
            if (payload.length < 126) {
                frame.writeByte(MASKED | payload.length);
            } else if (payload.length < 1 << 16) {
                frame.writeByte(MASKED | 126);
                frame.writeShort(payload.length);
            } else {
                frame.writeByte(MASKED | 127);
                frame.writeLong(payload.length);
            }
            frame.writeInt(0);
            frame.write(payload);
            out.write(bytes.toByteArray());
        } catch (IOException e) {
            // What has ended is told by the reader.
        }
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
            return messages.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
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

    private void read() {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            int kind = CONTINUED;
            for (int head = in.readUnsignedByte(); (head & 0xf) != CLOSE; head = in.readUnsignedByte()) {
                byte[] payload = payload();
                if ((head & 0xf) == PING) {
                    send(FINAL | PONG, payload);
                } else if ((head & 0xf) == PONG) {
                    messages.add("(pong)");
                } else {
                    kind = (head & 0xf) == CONTINUED ? kind : head & 0xf;
                    message.writeBytes(payload);
                    if ((head & FINAL) != 0) {
                        messages.add(kind == TEXT ? message.toString(StandardCharsets.UTF_8) : hex(message));
                        message.reset();
                    }
                }
            }
        } catch (IOException e) {
            // The end, said or not.
        }
        messages.add(CLOSED);
        abort();
    }

    private static String hex(ByteArrayOutputStream message) {
        return HexFormat.of().formatHex(message.toByteArray());
    }

    private byte[] payload() throws IOException {
        int length = in.readUnsignedByte();
        long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        byte[] payload = in.readNBytes((int) size);
        if (payload.length < size) {
            throw new EOFException("The frame is cut short");
        }
        return payload;
    }

    /** Ends the connection without saying so. */
    void abort() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that the connection ends, and leaves it to the server to end it. */
    @Override
    public void close() {
        send(FINAL | CLOSE, new byte[] {0x03, (byte) 0xe8});
    }
}
