// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * What arrives on a socket. What is short is read ahead; what is long goes straight to where it is wanted.
 *
 * <p>Confined to the thread that reads the socket, except {@link #lastArrivalNanos()}.
 */
public final class SocketInput {

    /** Little enough to be copied once more without being noticed, and several short answers. */
    private static final int AHEAD_BYTES = 4096;

    private final InputStream in;
    private final byte[] ahead = new byte[AHEAD_BYTES];
    private Runnable beforeWaiting = () -> {};
    private int position;
    private int end;
    private volatile long lastArrivalNanos = System.nanoTime();

    public SocketInput(InputStream in) {
        this.in = in;
    }

    /** Has this run each time before the peer is waited for. */
    void beforeWaiting(Runnable task) {
        beforeWaiting = task;
    }

    /** When the last byte came, in the time of {@link System#nanoTime()}. */
    long lastArrivalNanos() {
        return lastArrivalNanos;
    }

    /**
     * The next byte, from 0 to 255.
     *
     * @throws EOFException if the stream has ended
     */
    public int readByte() throws IOException {
        if (position == end) {
            fill();
        }
        return ahead[position++] & 0xff;
    }

    long readBigEndian(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << Byte.SIZE | readByte();
        }
        return value;
    }

    void readFully(byte[] target, int offset, int length) throws IOException {
        int at = offset;
        int until = offset + length;
        while (at < until) {
            if (position == end && until - at >= AHEAD_BYTES) {
                at += receive(target, at, until - at);
                continue;
            }
            if (position == end) {
                fill();
            }
            int bytes = Math.min(end - position, until - at);
            System.arraycopy(ahead, position, target, at, bytes);
            position += bytes;
            at += bytes;
        }
    }

    /** Reads until the stream ends, and drops it all. */
    void drain() throws IOException {
        beforeWaiting.run();
        while (in.read(ahead) >= 0) {
            position = end;
        }
    }

    private void fill() throws IOException {
        end = receive(ahead, 0, AHEAD_BYTES);
        position = 0;
    }

    private int receive(byte[] target, int offset, int length) throws IOException {
        beforeWaiting.run();
        int bytes = in.read(target, offset, length);
        if (bytes < 0) {
            throw new EOFException("the server ended the stream");
        }
        lastArrivalNanos = System.nanoTime();
        return bytes;
    }
}
