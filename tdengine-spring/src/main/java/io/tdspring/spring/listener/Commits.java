// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.error.TdengineTmqException;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.log.LogAccessor;

/**
 * What one consumer commits, and when. A commit never runs ahead of what was handled, nor of where a listener has sought to.
 * Confined to the consumer's thread.
 */
final class Commits {

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(Commits.class));
    private final TmqConsumer consumer;
    private final AckPolicy policy;
    private final HandledMessages messages = new HandledMessages();
    private final Set<TopicVgroup> sought = new HashSet<>();
    private long lastCommit = System.nanoTime();

    Commits(TmqConsumer consumer, AckPolicy policy) {
        this.consumer = consumer;
        this.policy = policy;
    }

    /** To be called before the messages of a poll are handed on. */
    void beginBatch() {
        sought.clear();
    }

    /** Whether what is in hand of this vgroup comes again, since the position has moved. */
    boolean comesAgain(TopicVgroup vgroup) {
        return sought.contains(vgroup);
    }

    HandledMessages.Entry begin(TmqMessage message) {
        return messages.begin(message);
    }

    /** To be called when a message has been handed on, handled or not. */
    void afterMessage() {
        boolean isDue = switch (policy.mode()) {
            case RECORD, MANUAL_IMMEDIATE -> true;
            case COUNT -> isCountReached();
            case TIME -> isTimeReached();
            case COUNT_TIME -> isCountReached() || isTimeReached();
            case BATCH, MANUAL -> false;
        };
        if (isDue) {
            commit();
        }
    }

    /** To be called when all messages of a poll have been handed on, and when a poll brought none. */
    void afterBatch() {
        boolean isDue = switch (policy.mode()) {
            case COUNT -> isCountReached();
            case TIME -> isTimeReached();
            case COUNT_TIME -> isCountReached() || isTimeReached();
            case RECORD, BATCH, MANUAL, MANUAL_IMMEDIATE -> true;
        };
        if (isDue) {
            commit();
        }
    }

    private boolean isCountReached() {
        return messages.count() >= policy.count();
    }

    private boolean isTimeReached() {
        return System.nanoTime() - lastCommit >= policy.time().toNanos();
    }

    /** Commits all that is handled. */
    void commit() {
        lastCommit = System.nanoTime();
        Map<TopicVgroup, Long> ends = messages.take();
        if (!ends.isEmpty()) {
            unlessMoved(ends.keySet(), () -> consumer.commit(ends));
        }
    }

    /** Has a message that was not handled come again, and all behind it in its vgroup. */
    void redeliver(TmqMessage message) {
        moved(message.vgroup(), message.startOffset());
        unlessMoved(
                Set.of(message.vgroup()),
                () -> consumer.seek(message.topic(), message.vgroupId(), message.startOffset()));
    }

    /**
     * Seeks for a listener. The group goes back first: otherwise one that crashes behind a seek would resume where it had been
     * before.
     */
    void seek(TopicVgroup vgroup, long offset) {
        OptionalLong committed = consumer.committed(vgroup.topic(), vgroup.vgroupId());
        if (committed.isPresent() && committed.getAsLong() > offset) {
            consumer.commit(Map.of(vgroup, offset));
        }
        consumer.seek(vgroup.topic(), vgroup.vgroupId(), offset);
        moved(vgroup, offset);
    }

    private void moved(TopicVgroup vgroup, long offset) {
        messages.forget(vgroup, offset);
        sought.add(vgroup);
    }

    /** A rebalance may have given a vgroup to another consumer meanwhile, who gets its messages again: no failure. */
    private void unlessMoved(Set<TopicVgroup> vgroups, Runnable action) {
        try {
            action.run();
        } catch (TdengineTmqException e) {
            if (e.code() != FailureKind.VGROUP_OF_ANOTHER) {
                throw e;
            }
            log.info(() ->
                    "One of " + vgroups + " was given to another consumer, who gets again what was not committed");
        }
    }
}
