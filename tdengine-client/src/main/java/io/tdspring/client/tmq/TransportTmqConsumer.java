// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Subscription.Assignment;
import io.tdspring.error.TdengineConnectionException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The consumer over any transport that can subscribe; made by {@code TdengineClient.newConsumer}. */
public final class TransportTmqConsumer implements TmqConsumer {

    private final Bell bell = new Bell();
    private final ConsumerCounters counters = new ConsumerCounters();
    private final CurrentMembership current;
    private final Rejoining rejoining;
    private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();

    /**
     * A consumer that is not yet connected.
     *
     * @param connector opens a subscription that has not joined its group
     * @param requestTimeout for each answer, on top of the time that a poll waits
     */
    public TransportTmqConsumer(ConsumerOptions options, Supplier<Subscription> connector, Duration requestTimeout) {
        OwnCommits commits = new OwnCommits();
        this.current = new CurrentMembership(
                options,
                connector,
                (subscription, topics, places) -> new Membership(
                        subscription,
                        new MessagePoll(subscription, bell, counters, requestTimeout),
                        topics,
                        options,
                        new ConsumerMemory(counters, commits, places)));
        this.rejoining = new Rejoining(current, bell);
    }

    @Override
    public void subscribe(Collection<String> topics) {
        Set<String> wanted = Set.copyOf(topics);
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("no topics to subscribe to");
        }
        enter();
        try {
            current.join(wanted);
        } finally {
            leave();
        }
    }

    @Override
    public Set<String> subscription() {
        return current.topics();
    }

    @Override
    public @Nullable TmqMessage poll(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("the timeout of a poll must not be negative: " + timeout);
        }
        enter();
        try {
            return poll(Deadline.after(timeout));
        } finally {
            leave();
        }
    }

    private @Nullable TmqMessage poll(Deadline deadline) {
        do {
            Membership member = current.require();
            if (!rejoining.isNeeded()) {
                try {
                    TmqMessage message = member.poll(deadline.remaining());
                    rejoining.polled();
                    return message;
                } catch (TdengineConnectionException e) {
                    rejoining.lost(member, e);
                }
            }
        } while (rejoining.await(deadline) && !deadline.isOver());
        return null;
    }

    @Override
    public List<TmqMessage> pollReady(int max) {
        return use(member -> member.ready(max));
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
        run(member -> member.commit(offsets));
    }

    @Override
    public SentCommit startCommit(Map<TopicVgroup, Long> offsets) {
        SentCommit sent = use(member -> member.startCommit(offsets));
        return () -> {
            enter();
            try {
                sent.await();
            } finally {
                leave();
            }
        };
    }

    @Override
    public CompletableFuture<Void> commitAsync(Map<TopicVgroup, Long> offsets) {
        return use(member -> member.commitAsync(offsets));
    }

    @Override
    public List<VgroupAssignment> assignment(String topic) {
        return use(member -> member.assignment(topic)).stream()
                .map(vgroup -> new VgroupAssignment(vgroup.vgroupId(), vgroup.offset(), vgroup.begin(), vgroup.end()))
                .toList();
    }

    @Override
    public void seek(String topic, int vgroupId, long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("cannot seek to the negative offset " + offset);
        }
        run(member -> member.seek(new TopicVgroup(topic, vgroupId), offset));
    }

    @Override
    public void seekToBeginning(Collection<TopicVgroup> vgroups) {
        run(member -> member.seek(vgroups, Assignment::begin));
    }

    @Override
    public void seekToEnd(Collection<TopicVgroup> vgroups) {
        run(member -> member.seek(vgroups, Assignment::end));
    }

    @Override
    public OptionalLong committed(String topic, int vgroupId) {
        return use(member -> member.committed(new TopicVgroup(topic, vgroupId)));
    }

    @Override
    public OptionalLong position(String topic, int vgroupId) {
        return use(member -> member.position(new TopicVgroup(topic, vgroupId)));
    }

    @Override
    public void unsubscribe() {
        enter();
        try {
            if (subscription().isEmpty()) {
                return;
            }
            current.require().unsubscribe();
        } finally {
            rejoining.end();
            current.leave();
            leave();
        }
    }

    @Override
    public ConsumerStats stats() {
        return counters.stats();
    }

    @Override
    public void wakeup() {
        bell.wakeUp();
    }

    @Override
    public void close() {
        current.close();
        bell.ring();
    }

    private <T extends @Nullable Object> T use(Function<Membership, T> call) {
        enter();
        try {
            return call.apply(current.require());
        } finally {
            leave();
        }
    }

    private void run(Consumer<Membership> call) {
        enter();
        try {
            call.accept(current.require());
        } finally {
            leave();
        }
    }

    private void enter() {
        Thread other = user.compareAndExchange(null, Thread.currentThread());
        if (other != null) {
            throw new IllegalStateException("the consumer is in use by thread " + other.getName());
        }
    }

    private void leave() {
        user.set(null);
    }
}
