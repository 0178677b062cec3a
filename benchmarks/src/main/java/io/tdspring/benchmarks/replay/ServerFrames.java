// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/** Sends frames to a client (RFC 6455, section 5.2), each with one write. Safe for use by many threads. */
final class ServerFrames {

    private static final int FINAL = 0x80;
    private static final int PONG = 10;
    private static final int MAX_HEAD = 10;

    private final WritableByteChannel channel;
    private final ByteBuffer small = ByteBuffer.allocateDirect(64 * 1024).order(ByteOrder.BIG_ENDIAN);

    ServerFrames(WritableByteChannel channel) {
        this.channel = channel;
    }

    /** A frame with its head, ready to be sent, in memory of the operating system; numbers are little-endian. */
    static ByteBuffer prepare(ByteBuffer message) {
        ByteBuffer frame = ByteBuffer.allocateDirect(MAX_HEAD + message.remaining());
        putHead(frame, ClientFrames.BINARY, message.remaining());
        frame.put(message.duplicate()).flip();
        return frame.order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void putHead(ByteBuffer out, int opcode, int length) {
        out.put((byte) (FINAL | opcode));
        if (length < 126) {
            out.put((byte) length);
        } else if (length <= 0xffff) {
            out.put((byte) 126).putShort((short) length);
        } else {
            out.put((byte) 127).putLong(length);
        }
    }

    /** Sends a {@linkplain #prepare prepared} frame. */
    synchronized void sendPrepared(ByteBuffer frame) throws IOException {
        ByteBuffer rest = frame.duplicate();
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    void sendText(String text) throws IOException {
        send(ClientFrames.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    void sendPong(byte[] payload) throws IOException {
        send(PONG, payload);
    }

    void sendClose() throws IOException {
        send(ClientFrames.CLOSE, new byte[0]);
    }

    private synchronized void send(int opcode, byte[] payload) throws IOException {
        small.clear();
        putHead(small, opcode, payload.length);
        small.put(payload).flip();
        while (small.hasRemaining()) {
            channel.write(small);
        }
    }
}
