// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Memory of messages that may be used again: so little that a socket can keep it, enough that a stream of equal messages
 * needs no other. Thread-safe.
 */
final class BufferPool {

    private static final int MAX_BUFFERS = 16;
    private static final int MAX_BYTES = 4 << 20;

    /** Below it new memory costs less than looking for old. */
    private static final int MIN_BYTES = 1 << 10;

    private final Deque<byte[]> kept = new ArrayDeque<>(MAX_BUFFERS + 1); // guarded by this, the oldest first
    private int keptBytes; // guarded by this

    /** Memory of at least so many bytes, with anything in it. */
    byte[] take(int bytes) {
        byte[] buffer = takeKept(bytes);
        return buffer == null ? new byte[bytes] : buffer;
    }

    /**
     * As {@link #take}, but null if memory would have to be taken. What is more than twice as long is left to others. Of
     * several that fit alike, the one given last is the likeliest to be in the processor's caches.
     */
    synchronized byte @Nullable [] takeKept(int bytes) {
        byte[] best = null;
        for (Iterator<byte[]> latestFirst = kept.descendingIterator(); latestFirst.hasNext(); ) {
            byte[] buffer = latestFirst.next();
            boolean fits = buffer.length >= bytes && buffer.length / 2 <= bytes;
            if (fits && (best == null || buffer.length < best.length)) {
                best = buffer;
            }
        }
        if (best != null) {
            kept.removeLastOccurrence(best);
            keptBytes -= best.length;
        }
        return best;
    }

    /** Keeps memory at which nobody looks any more, in the place of what was given longest ago. */
    synchronized void give(byte[] buffer) {
        if (buffer.length < MIN_BYTES || buffer.length > MAX_BYTES || isKept(buffer)) {
            return;
        }
        kept.addLast(buffer);
        keptBytes += buffer.length;
        while (kept.size() > MAX_BUFFERS || keptBytes > MAX_BYTES) {
            keptBytes -= kept.removeFirst().length;
        }
    }

    /** Keeps the memory of a message, if it has any that can be kept. */
    void give(ByteBuffer message) {
        if (message.hasArray() && message.arrayOffset() == 0) {
            give(message.array());
        }
    }

    // Two messages in one memory would be worse than a caller who gives it back twice.
    private boolean isKept(byte[] buffer) {
        for (byte[] other : kept) {
            if (other == buffer) {
                return true;
            }
        }
        return false;
    }
}
