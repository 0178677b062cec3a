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
 * the consumer's thread, but for {@link Part#done}.
 */
final class HandledMessages {

    /** What has to be handled. */
    @FunctionalInterface
    interface Part {

        /** It is; may be called by any thread, once. */
        void done();
    }

    /** A message under way, which is handled when it and all its parts are. */
    static final class Entry implements Part {

        private final long end;
        private final AtomicInteger open = new AtomicInteger(1);

        private Entry(long end) {
            this.end = end;
        }

        /** Another part, to be called before the message itself is done. */
        Part begin() {
            open.incrementAndGet();
            return this;
        }

        @Override
        public void done() {
            open.decrementAndGet();
        }

        private boolean isHandled() {
            return open.get() == 0;
        }
    }

    private final Map<TopicVgroup, Deque<Entry>> entries = new HashMap<>();

    /** Notes a message that is handed on. */
    Entry begin(TmqMessage message) {
        Entry entry = new Entry(message.endOffset());
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
