// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.SubscriptionRequest;
import io.tdspring.error.TdengineException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Tells the cluster that a subscription has been closed, or that its connection failed. */
final class CountedSubscription implements Subscription {

    private final Subscription subscription;
    private final Runnable whenClosed;
    private final Runnable whenBroken;
    private final AtomicBoolean closed = new AtomicBoolean();

    CountedSubscription(Subscription subscription, Runnable whenClosed, Runnable whenBroken) {
        this.subscription = subscription;
        this.whenClosed = whenClosed;
        this.whenBroken = whenBroken;
    }

    @Override
    public Endpoint endpoint() {
        return subscription.endpoint();
    }

    @Override
    public void join(SubscriptionRequest request) {
        try {
            subscription.join(request);
        } catch (TdengineException e) {
            check(e);
            throw e;
        }
    }

    @Override
    public CompletableFuture<Announcement> poll(Duration blocking) {
        CompletableFuture<Announcement> answer = subscription.poll(blocking);
        CompletableFuture<Announcement> unused = answer.whenComplete((announcement, failure) -> check(failure));
        return answer;
    }

    private void check(@Nullable Throwable failure) {
        if (failure instanceof TdengineException e && ConnectFailures.isOutage(e) && !closed.get()) {
            whenBroken.run();
        }
    }

    @Override
    public CompletableFuture<Fetched> fetch(Message message) {
        return subscription.fetch(message);
    }

    @Override
    public CompletableFuture<Void> commit(Partition partition, long offset, Duration timeout) {
        return subscription.commit(partition, offset, timeout);
    }

    @Override
    public OptionalLong committed(Partition partition, Duration timeout) {
        return subscription.committed(partition, timeout);
    }

    @Override
    public OptionalLong position(Partition partition, Duration timeout) {
        return subscription.position(partition, timeout);
    }

    @Override
    public List<Assignment> assignment(String topic, Duration timeout) {
        return subscription.assignment(topic, timeout);
    }

    @Override
    public void seek(Partition partition, long offset, Duration timeout) {
        subscription.seek(partition, offset, timeout);
    }

    @Override
    public void unsubscribe(Duration timeout) {
        subscription.unsubscribe(timeout);
    }

    @Override
    public void close() {
        boolean first = closed.compareAndSet(false, true);
        try {
            subscription.close();
        } finally {
            if (first) {
                whenClosed.run();
            }
        }
    }
}
