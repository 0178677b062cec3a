// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Blocks that have come and that nobody has read, in their order, and their bytes. Confined to one thread at a time. */
final class UnreadBlocks {

    /**
     * A block.
     *
     * @param frame the message in which it came
     */
    record Fetched(ByteBuffer frame, ByteBuffer block) {}

    private final Deque<Fetched> blocks = new ArrayDeque<>(2);
    private long bytes;

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    long bytes() {
        return bytes;
    }

    void add(Fetched fetched) {
        blocks.add(fetched);
        bytes += fetched.block.remaining();
    }

    /** Takes the one that has come first; null if there is none. */
    @Nullable
    Fetched poll() {
        Fetched next = blocks.poll();
        bytes -= next == null ? 0 : next.block.remaining();
        return next;
    }

    /** Forgets all of them. */
    void drop(Consumer<Fetched> each) {
        blocks.forEach(each);
        blocks.clear();
        bytes = 0;
    }
}
