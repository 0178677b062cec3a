// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Writes the frames of a client, each with a whole message (RFC 6455, 5.2). Confined to one thread at a time.
 *
 * <p>The parts of a message are masked on their way, in one array that is used again and again, so that short messages
 * leave together in one write and a long one is never together in one place.
 */
final class FrameWriter {

    /**
     * What one packet carries on the loopback device, whose packets have up to 64 KiB with their headers, or one burst of
     * short packets elsewhere: a little more would travel as a packet of its own, and wake the peer once more.
     */
    private static final int STAGE_BYTES = 60 << 10;

    private static final int MAX_HEADER_BYTES = 14;

    /** So long takes no part of a message, unless the peer reads nothing. */
    private static final long STUCK_NANOS = 200_000_000;

    private final OutputStream out;
    private final Masking masking = new Masking();
    private final byte[] stage = new byte[STAGE_BYTES];
    private int staged;
    private long writtenBytes;
    private volatile long writingSinceNanos;
    private volatile boolean isWriting;

    FrameWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Takes a frame, of which something may stay here until the {@linkplain #flush next flush}.
     *
     * @param first the first byte of the frame without its end bit
     * @param parts of the message; their positions stay
     */
    void write(int first, ByteBuffer... parts) throws IOException {
        int key = masking.nextKey();
        if (STAGE_BYTES - staged < MAX_HEADER_BYTES) {
            flush();
        }
        stageHeader(first | FrameHeader.FIN, length(parts), key);
        for (ByteBuffer part : parts) {
            key = stagePayload(part, key);
        }
    }

    /** The bytes of all frames so far, those that are still here included. */
    long writtenBytes() {
        return writtenBytes + staged;
    }

    /** Whether a write waits for the peer, which has taken nothing for some time; may be called by any thread. */
    boolean isStuck() {
        return isWriting && System.nanoTime() - writingSinceNanos > STUCK_NANOS;
    }

    static long length(ByteBuffer... parts) {
        long length = 0;
        for (ByteBuffer part : parts) {
            length += part.remaining();
        }
        return length;
    }

    private void stageHeader(int first, long length, int key) {
        stageBigEndian(first, 1);
        if (length <= FrameHeader.MAX_CONTROL_BYTES) {
            stageBigEndian(FrameHeader.MASK | length, 1);
        } else if (length <= FrameHeader.MAX_TWO_BYTES) {
            stageBigEndian(FrameHeader.MASK | FrameHeader.TWO_BYTES, 1);
            stageBigEndian(length, 2);
        } else {
            stageBigEndian(FrameHeader.MASK | FrameHeader.EIGHT_BYTES, 1);
            stageBigEndian(length, 8);
        }
        stageBigEndian(key, 4);
    }

    private void stageBigEndian(long value, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            stage[staged++] = (byte) (value >>> (Byte.SIZE * i));
        }
    }

    private int stagePayload(ByteBuffer part, int firstKey) throws IOException {
        int key = firstKey;
        int at = part.position();
        while (at < part.limit()) {
            if (staged == STAGE_BYTES) {
                flush();
            }
            int bytes = Math.min(STAGE_BYTES - staged, part.limit() - at);
            part.get(at, stage, staged, bytes);
            key = Masking.mask(stage, staged, bytes, key);
            staged += bytes;
            at += bytes;
        }
        return key;
    }

    /** Sends what is still here. */
    void flush() throws IOException {
        if (staged == 0) {
            return;
        }
        writingSinceNanos = System.nanoTime();
        isWriting = true;
        out.write(stage, 0, staged);
        out.flush();
        isWriting = false;
        writtenBytes += staged;
        staged = 0;
    }
}
