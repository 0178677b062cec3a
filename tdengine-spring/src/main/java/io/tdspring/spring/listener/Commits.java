// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.SentCommit;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.error.TdengineTmqException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
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
    private @Nullable UnderWay underWay;
    /** Behind what was handed on last of each vgroup; what was polled with it may lie behind that. */
    private final Map<TopicVgroup, Long> reached = new HashMap<>();

    private boolean hasLost;
    private long lastCommit = System.nanoTime();

    private record UnderWay(Set<TopicVgroup> vgroups, SentCommit commit) {}

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
        reached.put(message.vgroup(), message.endOffset());
        return messages.begin(message);
    }

    /** To be called when a message has been handed on, handled or not. */
    void afterMessage() {
        switch (policy.mode()) {
            case RECORD, MANUAL_IMMEDIATE -> commitAll();
            case COUNT, TIME, COUNT_TIME -> commitIfDue();
            case BATCH, MANUAL -> {}
        }
    }

    /** To be called when all messages of a poll have been handed on, and when a poll brought none. */
    void afterBatch() {
        switch (policy.mode()) {
            case COUNT, TIME, COUNT_TIME -> commitIfDue();
            case BATCH, MANUAL -> commit();
            case RECORD, MANUAL_IMMEDIATE -> commitAll();
        }
    }

    private void commitIfDue() {
        boolean isDue = switch (policy.mode()) {
            case COUNT -> isCountReached();
            case TIME -> isTimeReached();
            default -> isCountReached() || isTimeReached();
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

    /** Commits all that is handled, and does not wait for it: its failure comes with the next commit, or with {@link #settle}. */
    private void commit() {
        lastCommit = System.nanoTime();
        settle();
        Map<TopicVgroup, Long> ends = messages.take();
        if (!ends.isEmpty()) {
            unlessMoved(ends.keySet(), () -> underWay = new UnderWay(ends.keySet(), consumer.startCommit(ends)));
        }
    }

    /** Whether a vgroup has turned out to be another consumer's since the last call. */
    boolean takeLoss() {
        boolean lost = hasLost;
        hasLost = false;
        return lost;
    }

    /** Commits all that is handled, and waits for it. */
    void commitAll() {
        commit();
        settle();
    }

    private void settle() {
        UnderWay sent = underWay;
        underWay = null;
        if (sent != null) {
            unlessMoved(sent.vgroups(), sent.commit()::await);
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
        settle();
        OptionalLong committed = consumer.committed(vgroup.topic(), vgroup.vgroupId());
        if (committed.isPresent() && committed.getAsLong() > offset) {
            consumer.commit(Map.of(vgroup, offset));
        }
        consumer.seek(vgroup.topic(), vgroup.vgroupId(), offset);
        moved(vgroup, offset);
    }

    /** Behind what was handed on last, or where it was sought; empty if there was neither. */
    OptionalLong reached(TopicVgroup vgroup) {
        Long offset = reached.get(vgroup);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    private void moved(TopicVgroup vgroup, long offset) {
        messages.forget(vgroup, offset);
        reached.put(vgroup, offset);
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
            hasLost = true;
            log.info(() ->
                    "One of " + vgroups + " was given to another consumer, who gets again what was not committed");
        }
    }
}
