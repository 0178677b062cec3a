// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The messages that were handed on and are not committed, by vgroup and in their order, and what of them may be. Confined to
 * the consumer's thread, but for {@link Entry#done}.
 */
final class HandledMessages {

    /** A message under way. */
    static final class Entry {

        private final long end;
        private final AtomicInteger open;

        private Entry(long end, int parts) {
            this.end = end;
            this.open = new AtomicInteger(parts);
        }

        /** One of its parts is handled; may be called by any thread. */
        void done() {
            open.decrementAndGet();
        }

        private boolean isHandled() {
            return open.get() <= 0;
        }
    }

    private final Map<TopicVgroup, Deque<Entry>> entries = new HashMap<>();

    /**
     * Notes a message that is handed on.
     *
     * @param parts that have to be {@linkplain Entry#done handled} each
     */
    Entry begin(TmqMessage message, int parts) {
        Entry entry = new Entry(message.endOffset(), parts);
        entries.computeIfAbsent(message.vgroup(), vgroup -> new ArrayDeque<>()).add(entry);
        return entry;
    }

    /** Forgets what is under way in a vgroup behind an offset, since it comes again or belongs to another consumer. */
    void forget(TopicVgroup vgroup, long behind) {
        Deque<Entry> messages = entries.get(vgroup);
        if (messages != null) {
            messages.removeIf(message -> message.end > behind);
        }
    }

    /** Takes the ends of what is handled, up to the first message of each vgroup that is not. */
    Map<TopicVgroup, Long> take() {
        Map<TopicVgroup, Long> ends = new HashMap<>();
        entries.forEach((vgroup, messages) -> {
            while (!messages.isEmpty() && messages.element().isHandled()) {
                ends.put(vgroup, messages.remove().end);
            }
        });
        entries.values().removeIf(Deque::isEmpty);
        return ends;
    }

    /** How many messages {@link #take} would commit. */
    int count() {
        return (int) entries.values().stream()
                .mapToLong(messages ->
                        messages.stream().takeWhile(Entry::isHandled).count())
                .sum();
    }
}
