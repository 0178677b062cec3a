// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Subscription.Assignment;
import io.tdspring.client.transport.SubscriptionRequest;
import io.tdspring.error.TdengineException;
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

    private final ConsumerOptions options;
    private final Supplier<Subscription> connector;
    private final Duration requestTimeout;
    private final Bell bell = new Bell();
    private final ConsumerCounters counters = new ConsumerCounters();
    private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();

    private final Object lock = new Object();
    private @Nullable Subscription connected; // guarded by lock
    private @Nullable Membership membership; // guarded by lock
    private boolean closed; // guarded by lock

    /**
     * A consumer that is not yet connected.
     *
     * @param connector opens a subscription that has not joined its group
     * @param requestTimeout for each answer, on top of the time that a poll waits
     */
    public TransportTmqConsumer(ConsumerOptions options, Supplier<Subscription> connector, Duration requestTimeout) {
        this.options = options;
        this.connector = connector;
        this.requestTimeout = requestTimeout;
    }

    @Override
    public void subscribe(Collection<String> topics) {
        Set<String> wanted = Set.copyOf(topics);
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("no topics to subscribe to");
        }
        enter();
        try {
            requireUnsubscribed();
            Subscription subscription = connected(connector.get());
            join(subscription, wanted);
        } finally {
            leave();
        }
    }

    private void requireUnsubscribed() {
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("the consumer is closed");
            }
            if (membership != null) {
                throw new IllegalStateException("subscribed to " + membership.topics() + " already; unsubscribe first");
            }
        }
    }

    private Subscription connected(Subscription subscription) {
        synchronized (lock) {
            if (!closed) {
                connected = subscription;
                return subscription;
            }
        }
        subscription.close();
        throw new IllegalStateException("the consumer was closed while it connected");
    }

    private void join(Subscription subscription, Set<String> topics) {
        try {
            subscription.join(
                    new SubscriptionRequest(List.copyOf(topics), options.toOptions(), options.subscribeTimeout()));
        } catch (TdengineException e) {
            disconnect();
            throw e;
        }
        MessagePoll messages = new MessagePoll(subscription, bell, counters, requestTimeout);
        synchronized (lock) {
            membership = new Membership(subscription, messages, topics, options, counters);
        }
    }

    private void disconnect() {
        Subscription ended;
        synchronized (lock) {
            ended = connected;
            connected = null;
            membership = null;
        }
        if (ended != null) {
            ended.close();
        }
    }

    @Override
    public Set<String> subscription() {
        synchronized (lock) {
            return membership == null ? Set.of() : membership.topics();
        }
    }

    @Override
    public @Nullable TmqMessage poll(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("the timeout of a poll must not be negative: " + timeout);
        }
        return use(member -> member.poll(timeout));
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
            member().unsubscribe();
        } finally {
            disconnect();
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
        synchronized (lock) {
            closed = true;
        }
        disconnect();
    }

    private <T extends @Nullable Object> T use(Function<Membership, T> call) {
        enter();
        try {
            return call.apply(member());
        } finally {
            leave();
        }
    }

    private void run(Consumer<Membership> call) {
        enter();
        try {
            call.accept(member());
        } finally {
            leave();
        }
    }

    private Membership member() {
        synchronized (lock) {
            if (closed || membership == null) {
                throw new IllegalStateException(closed ? "the consumer is closed" : "the consumer is not subscribed");
            }
            return membership;
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
