// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What waits to be sent by whoever writes next: messages in their order, a pong, a ping. Thread-safe. */
final class SendQueue {

    /** So much may wait. */
    static final int MAX_BYTES = 1 << 20;

    private final Queue<OutgoingFrame> frames = new ConcurrentLinkedQueue<>();
    private final AtomicInteger bytes = new AtomicInteger();
    private final AtomicReference<@Nullable OutgoingFrame> pong = new AtomicReference<>();
    private volatile boolean ping;

    /**
     * Takes a copy of a frame.
     *
     * @return false if it does not, since more than {@link #MAX_BYTES} would wait
     */
    boolean add(OutgoingFrame frame) {
        long added = frame.length();
        if (added > MAX_BYTES - bytes.get()) {
            return false;
        }
        bytes.addAndGet((int) added);
        return frames.add(frame.copy());
    }

    /** Takes a pong in the place of one before: only the latest ping has to be answered (RFC 6455, 5.5.3). */
    void setPong(OutgoingFrame frame) {
        pong.set(frame.copy());
    }

    void askForPing() {
        ping = true;
    }

    boolean isEmpty() {
        return frames.isEmpty() && pong.get() == null && !ping;
    }

    /** The bytes of the messages that wait, and of those taken that are not {@linkplain #sent sent}. */
    int bytes() {
        return bytes.get();
    }

    /**
     * The message that waits longest, or null if there is none, or if it is longer than that. To be called by one thread at
     * a time.
     */
    @Nullable
    OutgoingFrame take(long mostBytes) {
        OutgoingFrame next = frames.peek();
        return next == null || next.length() > mostBytes ? null : frames.poll();
    }

    /** To be called when a message taken has been written. */
    void sent(OutgoingFrame frame) {
        bytes.addAndGet((int) -frame.length());
    }

    @Nullable
    OutgoingFrame takePong() {
        return pong.getAndSet(null);
    }

    /** Whether a ping was asked for, which is forgotten by this. To be called by one thread at a time. */
    boolean takePing() {
        boolean asked = ping;
        ping = false;
        return asked;
    }
}
