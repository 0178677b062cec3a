// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.SubscriptionRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The membership and connection that a consumer has at present, if any. Thread-safe: closing it ends what others wait for. */
final class CurrentMembership {

    /** Makes a membership over a subscription that has joined. */
    interface Maker {

        Membership make(Subscription subscription, Set<String> topics, Map<TopicVgroup, Long> places);
    }

    private final ConsumerOptions options;
    private final Supplier<Subscription> connector;
    private final Maker maker;

    private final Object lock = new Object();
    private @Nullable Subscription connected; // guarded by lock
    private @Nullable Membership membership; // guarded by lock
    private boolean closed; // guarded by lock

    /**
     * Of a consumer that is not yet connected.
     *
     * @param connector opens a subscription that has not joined its group
     */
    CurrentMembership(ConsumerOptions options, Supplier<Subscription> connector, Maker maker) {
        this.options = options;
        this.connector = connector;
        this.maker = maker;
    }

    /**
     * The membership.
     *
     * @throws IllegalStateException if there is none
     */
    Membership require() {
        synchronized (lock) {
            if (closed || membership == null) {
                throw new IllegalStateException(closed ? "the consumer is closed" : "the consumer is not subscribed");
            }
            return membership;
        }
    }

    Set<String> topics() {
        synchronized (lock) {
            return membership == null ? Set.of() : membership.topics();
        }
    }

    boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    void join(Set<String> topics) {
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("the consumer is closed");
            }
            if (membership != null) {
                throw new IllegalStateException("subscribed to " + membership.topics() + " already; unsubscribe first");
            }
        }
        join(null, topics, Map.of());
    }

    /**
     * Joins the same group again, unless the membership is another by now.
     *
     * @param places where its consumer was
     */
    void replace(Membership lost, Map<TopicVgroup, Long> places) {
        join(lost, lost.topics(), places);
    }

    private void join(@Nullable Membership replaced, Set<String> topics, Map<TopicVgroup, Long> places) {
        Subscription subscription = connected(replaced, connector.get());
        try {
            subscription.join(
                    new SubscriptionRequest(List.copyOf(topics), options.toOptions(), options.subscribeTimeout()));
            Membership joined = maker.make(subscription, topics, places);
            synchronized (lock) {
                requireUnchanged(replaced);
                membership = joined;
            }
        } catch (RuntimeException e) {
            drop(subscription);
            throw e;
        }
    }

    private void drop(Subscription subscription) {
        synchronized (lock) {
            if (subscription.equals(connected)) {
                connected = null;
            }
        }
        subscription.close();
    }

    private Subscription connected(@Nullable Membership replaced, Subscription subscription) {
        Subscription before;
        try {
            synchronized (lock) {
                requireUnchanged(replaced);
                before = connected;
                connected = subscription;
            }
        } catch (IllegalStateException e) {
            subscription.close();
            throw e;
        }
        if (before != null) {
            before.close();
        }
        return subscription;
    }

    private void requireUnchanged(@Nullable Membership expected) {
        if (closed || membership != expected) {
            throw new IllegalStateException("the consumer was closed while it connected");
        }
    }

    /** Drops the connection, and with it the membership. */
    void leave() {
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

    /** Drops the connection, for ever. */
    void close() {
        synchronized (lock) {
            closed = true;
        }
        leave();
    }
}
