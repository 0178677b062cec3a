// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.chaos;

import io.tdspring.client.tmq.SentCommit;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A consumer that tells a ledger what it brings and commits. As its consumer, confined to one thread. */
final class WatchedConsumer implements TmqConsumer {

    private final TmqConsumer consumer;
    /** A message may have been handed out to a poll before, whose answer came late. */
    private static final int POLLS = 3;

    private final GroupLedger ledger;
    private final Deque<Map<TopicVgroup, Long>> committed = new ArrayDeque<>();

    WatchedConsumer(TmqConsumer consumer, GroupLedger ledger) {
        this.consumer = consumer;
        this.ledger = ledger;
    }

    private TmqMessage seen(TmqMessage message) {
        ledger.delivered(message, committed.element());
        return message;
    }

    @Override
    public void subscribe(Collection<String> topics) {
        consumer.subscribe(topics);
    }

    @Override
    public Set<String> subscription() {
        return consumer.subscription();
    }

    @Override
    public @Nullable TmqMessage poll(Duration timeout) {
        committed.add(ledger.committed());
        if (committed.size() > POLLS) {
            committed.remove();
        }
        TmqMessage message = consumer.poll(timeout);
        return message == null ? null : seen(message);
    }

    @Override
    public List<TmqMessage> pollReady(int max) {
        return consumer.pollReady(max).stream().map(this::seen).toList();
    }

    @Override
    public void commit(TmqMessage message) {
        commit(Map.of(message.vgroup(), message.endOffset()));
    }

    @Override
    public void commit(String topic, int vgroupId, long offset) {
        commit(Map.of(new TopicVgroup(topic, vgroupId), offset));
    }

    @Override
    public void commit(Map<TopicVgroup, Long> offsets) {
        ledger.committing(offsets);
        consumer.commit(offsets);
        ledger.committed(offsets);
    }

    @Override
    public SentCommit startCommit(Map<TopicVgroup, Long> offsets) {
        ledger.committing(offsets);
        SentCommit sent = consumer.startCommit(offsets);
        return () -> {
            sent.await();
            ledger.committed(offsets);
        };
    }

    @Override
    public CompletableFuture<Void> commitAsync(Map<TopicVgroup, Long> offsets) {
        ledger.committing(offsets);
        return consumer.commitAsync(offsets).thenRun(() -> ledger.committed(offsets));
    }

    @Override
    public List<VgroupAssignment> assignment(String topic) {
        return consumer.assignment(topic);
    }

    @Override
    public void seek(String topic, int vgroupId, long offset) {
        consumer.seek(topic, vgroupId, offset);
    }

    @Override
    public void seekToBeginning(Collection<TopicVgroup> vgroups) {
        consumer.seekToBeginning(vgroups);
    }

    @Override
    public void seekToEnd(Collection<TopicVgroup> vgroups) {
        consumer.seekToEnd(vgroups);
    }

    @Override
    public OptionalLong committed(String topic, int vgroupId) {
        return consumer.committed(topic, vgroupId);
    }

    @Override
    public OptionalLong position(String topic, int vgroupId) {
        return consumer.position(topic, vgroupId);
    }

    @Override
    public void unsubscribe() {
        consumer.unsubscribe();
    }

    @Override
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
