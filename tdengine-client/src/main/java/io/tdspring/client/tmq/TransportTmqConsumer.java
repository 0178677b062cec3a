// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Subscription.Partition;
import io.tdspring.client.transport.SubscriptionRequest;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTmqException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The consumer over any transport that can subscribe; made by {@code TdengineClient.newConsumer}. */
public final class TransportTmqConsumer implements TmqConsumer {

    /** The server wants to have been asked for the vgroups before it takes an offset. */
    private static final int ASSIGNMENT_UNKNOWN = 0x4010;

    private record Membership(Subscription subscription, MessagePoll messages, Set<String> topics) {

        Duration timeout(Duration requestTimeout) {
            return requestTimeout.plus(messages.delay());
        }
    }

    private final ConsumerOptions options;
    private final Supplier<Subscription> connector;
    private final Duration requestTimeout;
    private final Bell bell = new Bell();
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
                throw new IllegalStateException("subscribed to " + membership.topics + " already; unsubscribe first");
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
        synchronized (lock) {
            membership = new Membership(subscription, new MessagePoll(subscription, bell, requestTimeout), topics);
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
            return membership == null ? Set.of() : membership.topics;
        }
    }

    @Override
    public @Nullable TmqMessage poll(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("the timeout of a poll must not be negative: " + timeout);
        }
        enter();
        try {
            return member().messages.next(timeout);
        } finally {
            leave();
        }
    }

    @Override
    public void commit(TmqMessage message) {
        commit(message.topic(), message.vgroupId(), message.endOffset());
    }

    @Override
    public void commit(String topic, int vgroupId, long offset) {
        Partition partition = new Partition(topic, vgroupId);
        enter();
        try {
            Membership member = member();
            Duration timeout = member.timeout(requestTimeout);
            knowingAssignment(member, partition, () -> member.subscription.commit(partition, offset, timeout));
        } finally {
            leave();
        }
    }

    @Override
    public List<VgroupAssignment> assignment(String topic) {
        enter();
        try {
            Membership member = member();
            return member.subscription.assignment(topic, member.timeout(requestTimeout)).stream()
                    .map(vgroup ->
                            new VgroupAssignment(vgroup.vgroupId(), vgroup.offset(), vgroup.begin(), vgroup.end()))
                    .toList();
        } finally {
            leave();
        }
    }

    @Override
    public void seek(String topic, int vgroupId, long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("cannot seek to the negative offset " + offset);
        }
        Partition partition = new Partition(topic, vgroupId);
        enter();
        try {
            Membership member = member();
            member.messages.settle();
            knowingAssignment(member, partition, () -> member.subscription.seek(partition, offset, requestTimeout));
            member.messages.discard(partition);
        } finally {
            leave();
        }
    }

    private void knowingAssignment(Membership member, Partition partition, Runnable call) {
        try {
            call.run();
        } catch (TdengineTmqException e) {
            if (e.code() != ASSIGNMENT_UNKNOWN) {
                throw e;
            }
            member.subscription.assignment(partition.topic(), member.timeout(requestTimeout));
            call.run();
        }
    }

    @Override
    public OptionalLong committed(String topic, int vgroupId) {
        enter();
        try {
            Membership member = member();
            return member.subscription.committed(new Partition(topic, vgroupId), member.timeout(requestTimeout));
        } finally {
            leave();
        }
    }

    @Override
    public OptionalLong position(String topic, int vgroupId) {
        enter();
        try {
            Membership member = member();
            return member.subscription.position(new Partition(topic, vgroupId), member.timeout(requestTimeout));
        } finally {
            leave();
        }
    }

    @Override
    public void unsubscribe() {
        enter();
        try {
            if (subscription().isEmpty()) {
                return;
            }
            Membership member = member();
            member.subscription.unsubscribe(member.timeout(requestTimeout));
        } finally {
            disconnect();
            leave();
        }
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
