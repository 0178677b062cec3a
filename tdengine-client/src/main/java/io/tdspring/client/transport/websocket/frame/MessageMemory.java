// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where a message is put together. It grows with what has arrived, not with what was announced. Confined to one thread.
 */
final class MessageMemory {

    /** So much is taken on the word of the peer. */
    private static final int STEP_BYTES = 1 << 20;

    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;
    private static final byte[] NONE = {};

    private final BufferPool pool;
    private byte[] array = NONE;
    private int size;

    MessageMemory(BufferPool pool) {
        this.pool = pool;
    }

    int size() {
        return size;
    }

    /** The memory as it is; the message ends at {@link #size()}. */
    byte[] array() {
        return array;
    }

    /** Appends so many bytes of a stream, in steps at most as long as what is there already. */
    void append(SocketInput in, int bytes) throws IOException {
        int until = size + bytes;
        while (size < until) {
            if (size == array.length) {
                grow(until);
            }
            int step = Math.min(until, array.length) - size;
            in.readFully(array, size, step);
            size += step;
        }
    }

    private void grow(int wanted) {
        byte[] kept = pool.takeKept(wanted);
        if (kept == null) {
            int most = Math.max(STEP_BYTES, doubled());
            kept = pool.take(Math.max(Math.min(wanted, most), doubled()));
        }
        become(kept);
    }

    /** The memory, with room for so many bytes more behind {@link #size()}; they count when {@link #advance} says so. */
    byte[] withRoom(int bytes) {
        if (array.length - size < bytes) {
            become(pool.take(Math.max(size + bytes, doubled())));
        }
        return array;
    }

    void advance(int bytes) {
        size += bytes;
    }

    // A message in many small parts is not copied for each of them.
    private int doubled() {
        return (int) Math.min(2L * size, MAX_ARRAY);
    }

    private void become(byte[] next) {
        System.arraycopy(array, 0, next, 0, size);
        pool.give(array);
        array = next;
    }

    /** Hands over the memory, from the first byte of the message to the last, and begins anew in other memory. */
    ByteBuffer handOver() {
        ByteBuffer message = ByteBuffer.wrap(array, 0, size);
        array = NONE;
        size = 0;
        return message;
    }

    /** Begins anew. */
    void drop() {
        pool.give(array);
        array = NONE;
        size = 0;
    }
}
