// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Subscription.Announcement;
import io.tdspring.client.transport.Subscription.Partition;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Has the next messages on their way while one is handled. Thread-safe: the consumer's thread takes, and the thread that reads
 * the connection goes from step to step without being waited for.
 *
 * <p>A message that is announced is fetched at once; when it has arrived the server is polled again, and so on, until nothing
 * comes or enough lies here. The server keeps one message only, so it is never polled before the last one has arrived; and it
 * makes other calls wait for a poll, so such a poll lasts for a moment only.
 */
final class ReadAhead {

    /** Few, since they are delivered even if their vgroup has gone to another member meanwhile. */
    static final int MOST_MESSAGES = 4;

    static final int MOST_BYTES = 4 << 20;

    /** Enough for the server to look into its logs. */
    static final Duration MOMENT = Duration.ofMillis(10);

    /** Where nothing was found is looked again then, since the server wants to be polled. */
    private static final long LULL_NANOS = Duration.ofSeconds(1).toNanos();

    private final Subscription subscription;
    private final Bell bell;
    private final ConsumerCounters counters;
    private final Duration requestTimeout;

    private final Deque<Arrival> arrivals = new ArrayDeque<>(); // guarded by this
    private @Nullable Deadline poll; // of the one under way; guarded by this
    private @Nullable Throwable failure; // of the last poll; guarded by this
    private boolean foundNothing; // the last poll; guarded by this
    private long lastPollNanos; // guarded by this
    private boolean held; // guarded by this

    ReadAhead(Subscription subscription, Bell bell, ConsumerCounters counters, Duration requestTimeout) {
        this.subscription = subscription;
        this.bell = bell;
        this.counters = counters;
        this.requestTimeout = requestTimeout;
    }

    /** What is to be delivered next, arrived or not. */
    synchronized @Nullable Arrival first() {
        return arrivals.peek();
    }

    /** What is under way of a vgroup, the first of it. */
    synchronized @Nullable Arrival first(Partition partition) {
        return arrivals.stream()
                .filter(arrival -> arrival.message().partition().equals(partition))
                .findFirst()
                .orElse(null);
    }

    /** The deadline of the poll under way. */
    synchronized @Nullable Deadline poll() {
        return poll;
    }

    /** Whether the first message is there or has failed, or none is on its way. */
    synchronized boolean hasNews() {
        Arrival first = arrivals.peek();
        return first == null ? poll == null : first.isOver();
    }

    /** Whether nothing is on its way. */
    synchronized boolean isQuiet() {
        return poll == null && arrivals.stream().allMatch(Arrival::isOver);
    }

    /**
     * Asks for the next message, unless it is there, on its way, or the last poll has failed.
     *
     * @param blocking how long the server waits for one
     * @param deadline how long the caller wants to wait
     * @return how long he has to wait: a poll that is sent now brings its answer by itself, of an old one nobody knows how long
     *     it takes
     */
    Deadline ask(Duration blocking, Deadline deadline) {
        Deadline due = Deadline.after(requestTimeout.plus(blocking));
        Arrival first;
        synchronized (this) {
            first = arrivals.peek();
            if (first == null && (poll != null || failure != null)) {
                return poll == null ? deadline : deadline.orEarlier(poll);
            }
            if (first == null) {
                poll = due;
            }
        }
        if (first == null) {
            send(blocking);
        } else if (first.hasFailed()) {
            fetch(first);
        }
        return due;
    }

    /** Polls for a moment, if that may be. */
    void goOn() {
        synchronized (this) {
            if (held || poll != null || failure != null || isLull() || !hasRoom()) {
                return;
            }
            poll = Deadline.after(requestTimeout.plus(MOMENT));
        }
        send(MOMENT);
    }

    private boolean isLull() {
        return foundNothing && System.nanoTime() - lastPollNanos < LULL_NANOS;
    }

    private boolean hasRoom() {
        int bytes = 0;
        for (Arrival arrival : arrivals) {
            if (!arrival.hasArrived()) {
                return false;
            }
            bytes += arrival.bytes();
        }
        return arrivals.size() < MOST_MESSAGES && bytes < MOST_BYTES;
    }

    private void send(Duration blocking) {
        CompletableFuture<Void> unused = subscription.poll(blocking).handle(this::answered);
    }

    private @Nullable Void answered(@Nullable Announcement announcement, @Nullable Throwable thrown) {
        counters.polled();
        Arrival announced =
                announcement == null || announcement.message() == null ? null : new Arrival(announcement.message());
        synchronized (this) {
            poll = null;
            failure = thrown;
            dropIfBroken(thrown);
            foundNothing = announced == null;
            lastPollNanos = System.nanoTime();
            if (announced != null) {
                arrivals.add(announced);
            }
        }
        if (announced == null) {
            bell.ring();
        } else {
            fetch(announced);
        }
        return null;
    }

    /** Asks for a message, the first time or again. */
    void fetch(Arrival announced) {
        CompletableFuture<Void> unused = announced
                .fetch(subscription, requestTimeout)
                .handle((fetched, thrown) -> {
                    if (thrown == null) {
                        goOn();
                    }
                    dropIfBroken(thrown);
                    bell.ring();
                    return null;
                });
    }

    /** What was fetched over a connection that has ended comes again over the next, and cannot be committed before. */
    private synchronized void dropIfBroken(@Nullable Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        if (cause instanceof TdengineConnectionException) {
            arrivals.clear();
            failure = cause;
        }
    }

    /** Throws the failure of the last poll, once. */
    void failIfFailed() {
        Throwable thrown;
        synchronized (this) {
            thrown = failure;
            failure = null;
        }
        if (thrown != null) {
            Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
            throw cause instanceof TdengineException known ? known : new TdengineException("poll failed", cause);
        }
    }

    /** Throws if what was asked for has not come in time; it stays on its way, or is asked for again. */
    void failIfOverdue() {
        Deadline due = poll();
        if (due != null && due.isOver()) {
            throw overdue("poll", due);
        }
        Arrival first = first();
        if (first != null && first.isOverdue()) {
            first.cancel();
            throw overdue("the fetch of a message", Deadline.after(requestTimeout));
        }
    }

    private TdengineTimeoutException overdue(String what, Deadline due) {
        return new TdengineTimeoutException(
                subscription.endpoint() + " did not answer " + what + " within " + due, null);
    }

    /** Forgets a message that has been delivered, or is another member's. */
    synchronized void remove(Arrival arrival) {
        arrivals.remove(arrival);
    }

    /** Forgets all that lies here of a vgroup. */
    synchronized void drop(Partition partition) {
        arrivals.removeIf(arrival -> arrival.message().partition().equals(partition));
    }

    /** Polls no more by itself until {@link #release}. */
    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
    }
}
