// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import io.tdspring.client.transport.Deadline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends frames, compressed if that was agreed upon, and knows how much of it has arrived. Used by one thread at a time,
 * apart from the methods that say otherwise.
 *
 * <p>What has certainly arrived is known from the answers to pings, whose payload is the number of bytes sent before.
 */
final class FrameSender {

    /** So much of what was sent has room in the buffers of two operating systems, even of one. */
    private static final int CERTAIN_ROOM = 64 << 10;

    private final FrameWriter writer;
    private final @Nullable Deflation deflation;
    private final Duration patience;
    private final Consumer<IOException> onFailure;

    private volatile long sentBytes;
    private volatile long arrivedBytes; // written by the reading thread
    private long askedBytes;
    private volatile boolean closed;

    /**
     * @param deflation null if compression was not agreed upon; closed with this
     * @param patience how long it may take to write a ping
     * @param onFailure told when writing has failed
     */
    FrameSender(FrameWriter writer, @Nullable Deflation deflation, Duration patience, Consumer<IOException> onFailure) {
        this.writer = writer;
        this.deflation = deflation;
        this.patience = patience;
        this.onFailure = onFailure;
    }

    /** Takes a frame, of which something may stay here until the {@linkplain #flush next flush}. */
    void write(OutgoingFrame frame) {
        if (closed) {
            return;
        }
        try {
            int first = frame.opcode();
            if (deflation != null && !frame.isControl() && frame.length() >= Deflation.MIN_BYTES) {
                writer.write(first | FrameHeader.RSV1, deflation.deflate(frame.parts()));
            } else {
                writer.write(first, frame.parts());
            }
            sentBytes = writer.writtenBytes();
            closed = closed || frame.opcode() == FrameHeader.CLOSE;
        } catch (IOException e) {
            fail(e);
        }
    }

    /**
     * Writes the messages of a queue.
     *
     * @return whether there were any
     */
    boolean writeMessages(SendQueue queue) {
        return writeMessages(queue, Long.MAX_VALUE);
    }

    private boolean writeMessages(SendQueue queue, long mostBytes) {
        boolean any = false;
        long left = mostBytes;
        for (OutgoingFrame next = queue.take(left); next != null; next = queue.take(left)) {
            any = true;
            left -= next.length();
            write(next);
            queue.sent(next);
        }
        return any;
    }

    /**
     * Sends all that waits, and all that is still here.
     *
     * @param any whether something of the queue is here, so that the reading thread might want to know what has arrived
     */
    void sendAll(SendQueue queue, boolean any) {
        send(queue, any, Long.MAX_VALUE);
    }

    /** As {@link #sendAll}, but without the messages that are added meanwhile, for which there may be no room. */
    void sendCertain(SendQueue queue) {
        send(queue, false, queue.bytes());
    }

    private void send(SendQueue queue, boolean any, long mostBytes) {
        OutgoingFrame pong = queue.takePong();
        if (pong != null) {
            write(pong);
        }
        boolean some = writeMessages(queue, mostBytes) || any || pong != null;
        if (queue.takePing() || (some && sentBytes - askedBytes > CERTAIN_ROOM / 2)) {
            askedBytes = sentBytes;
            ByteBuffer payload = ByteBuffer.allocate(Long.BYTES).putLong(0, sentBytes);
            write(new OutgoingFrame(FrameHeader.PING, Deadline.after(patience), payload));
        }
        flush();
    }

    /** Sends what is still here. */
    void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Takes the answer to a ping; to be called by the reading thread alone. */
    void onPong(ByteBuffer payload) {
        if (payload.remaining() == Long.BYTES) {
            long bytes = payload.getLong();
            if (bytes > arrivedBytes && bytes <= sentBytes) {
                arrivedBytes = bytes;
            }
        }
    }

    /** Whether so many bytes more can be written without waiting for the peer, for certain; may be called by any thread. */
    boolean isCertainOfRoom(long bytes) {
        return sentBytes - arrivedBytes + bytes <= CERTAIN_ROOM;
    }

    /** Whether nothing is sent any more; may be called by any thread. */
    boolean isClosed() {
        return closed;
    }

    /** Whether the peer takes nothing of what is being written; may be called by any thread. */
    boolean isStuck() {
        return writer.isStuck();
    }

    /** Sends nothing any more; may be called by any thread. */
    void shut() {
        closed = true;
    }

    /** As {@link #shut}, and says why; may be called by any thread. */
    void fail(IOException cause) {
        closed = true;
        onFailure.accept(cause);
    }

    /** Frees memory. */
    void release() {
        closed = true;
        if (deflation != null) {
            deflation.close();
        }
    }
}
