// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.test;

import io.tdspring.client.tmq.ConsumerStats;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.error.TdengineTmqException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a server would keep for a mock. Thread-safe by {@link #change}, {@link #call}, {@link #read}, {@link #await} and {@link #poll}; all else is
 * to be called within one of these.
 */
final class MockGroup {

    /** TDengine's codes: an offset out of range, and a vgroup that belongs to another consumer. */
    private static final int OUT_OF_RANGE = 0x4007;

    private static final int NOT_ASSIGNED = 0x4008;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<TopicVgroup, MockLog> logs = new LinkedHashMap<>();
    private final Set<TopicVgroup> assigned = new LinkedHashSet<>();
    private final MockFailures failures = new MockFailures();
    private final List<MockTmqConsumer.Place> commits = new ArrayList<>();
    private final List<MockTmqConsumer.Place> seeks = new ArrayList<>();
    private Set<String> topics = Set.of();
    private ConsumerStats stats = ConsumerStats.NONE;
    private boolean wokenUp;
    private boolean closed;

    void change(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    <T> T call(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /** As {@link #call}, for what changes nothing: conditions that are waited for ask by it. */
    <T> T read(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    boolean await(BooleanSupplier condition, Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a message; null if none came in time, after a wake-up, and if the caller is interrupted. */
    @Nullable
    TmqMessage poll(Duration timeout) {
        lock.lock();
        try {
            subscribed().count(1, List.of());
            changed.signalAll();
            List<TmqMessage> next = new ArrayList<>(1);
            await(() -> subscribed().ends(next), timeout);
            wokenUp = false;
            count(0, next);
            return next.isEmpty() ? null : next.get(0);
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Whether a poll need not wait any longer. */
    private boolean ends(List<TmqMessage> next) {
        RuntimeException failure = failures.ofPoll().poll();
        if (failure != null) {
            throw failure;
        }
        if (!wokenUp) {
            next.addAll(take(1));
        }
        return wokenUp || !next.isEmpty();
    }

    List<TmqMessage> ready(int max) {
        List<TmqMessage> messages = subscribed().take(max);
        count(0, messages);
        return messages;
    }

    /** The vgroups take turns, as they do on a server. */
    private List<TmqMessage> take(int max) {
        List<TmqMessage> messages = new ArrayList<>();
        int silent = 0;
        while (messages.size() < max && silent < assigned.size()) {
            TopicVgroup vgroup = assigned.iterator().next();
            assigned.remove(vgroup);
            assigned.add(vgroup);
            TmqMessage next = topics.contains(vgroup.topic()) ? known(vgroup).next() : null;
            silent = next == null ? silent + 1 : 0;
            if (next != null) {
                messages.add(next);
            }
        }
        return messages;
    }

    private void count(int polls, List<TmqMessage> messages) {
        stats = new ConsumerStats(
                stats.polls() + polls,
                stats.messages() + messages.size(),
                stats.rows() + messages.stream().mapToLong(TmqMessage::rows).sum(),
                stats.commits(),
                stats.failedCommits());
    }

    void assign(TopicVgroup vgroup) {
        logs.computeIfAbsent(vgroup, added -> new MockLog(added.vgroupId()));
        if (assigned.add(vgroup)) {
            known(vgroup).begin();
        }
    }

    void revoke(TopicVgroup vgroup) {
        known(vgroup);
        assigned.remove(vgroup);
    }

    MockLog known(TopicVgroup vgroup) {
        MockLog log = logs.get(vgroup);
        if (log == null) {
            throw new IllegalStateException(vgroup + " is not known: add the vgroup first");
        }
        return log;
    }

    /** The log of a vgroup that this consumer reads. */
    MockLog own(TopicVgroup vgroup) {
        if (!assigned.contains(vgroup) || !topics.contains(vgroup.topic())) {
            throw refusal(NOT_ASSIGNED, vgroup + " does not belong to this consumer");
        }
        return known(vgroup);
    }

    MockGroup subscribed() {
        if (closed || topics.isEmpty()) {
            throw new IllegalStateException(closed ? "the consumer is closed" : "the consumer is not subscribed");
        }
        return this;
    }

    void subscribe(Set<String> wanted) {
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("no topics to subscribe to");
        }
        if (closed || !topics.isEmpty()) {
            throw new IllegalStateException(
                    closed ? "the consumer is closed" : "subscribed to " + topics + " already; unsubscribe first");
        }
        RuntimeException failure = failures.ofSubscribe().poll();
        if (failure != null) {
            throw failure;
        }
        topics = wanted;
    }

    void unsubscribe() {
        topics = Set.of();
        logs.values().forEach(MockLog::begin);
    }

    void close() {
        unsubscribe();
        closed = true;
    }

    void wakeUp() {
        wokenUp = true;
    }

    /** Each is committed, but those that are refused; the first refusal comes out then. */
    void commit(Map<TopicVgroup, Long> offsets) {
        RuntimeException first = failures.ofCommit().poll();
        int done = 0;
        if (first == null) {
            for (Map.Entry<TopicVgroup, Long> offset : offsets.entrySet()) {
                try {
                    place(offset.getKey(), offset.getValue()).commit(offset.getValue());
                    commits.add(new MockTmqConsumer.Place(offset.getKey(), offset.getValue()));
                    done++;
                } catch (TdengineTmqException e) {
                    first = first == null ? e : first;
                }
            }
        }
        int failed = offsets.size() - done;
        stats = new ConsumerStats(
                stats.polls(), stats.messages(), stats.rows(), stats.commits() + done, stats.failedCommits() + failed);
        if (first != null) {
            throw first;
        }
    }

    void seek(TopicVgroup vgroup, long offset) {
        place(vgroup, offset).seek(offset);
        seeks.add(new MockTmqConsumer.Place(vgroup, offset));
    }

    void seek(Collection<TopicVgroup> vgroups, ToLongFunction<MockLog> border) {
        vgroups.forEach(this::own);
        vgroups.forEach(vgroup -> seek(vgroup, border.applyAsLong(own(vgroup))));
    }

    private MockLog place(TopicVgroup vgroup, long offset) {
        MockLog log = own(vgroup);
        if (!log.has(offset)) {
            throw refusal(
                    OUT_OF_RANGE,
                    "offset " + offset + " of " + vgroup + " is not within " + log.firstOffset() + " and "
                            + log.endOffset());
        }
        return log;
    }

    private static TdengineTmqException refusal(int code, String message) {
        return new TdengineTmqException(code, message, 0, null);
    }

    List<VgroupAssignment> assignment(String topic) {
        return assigned.stream()
                .filter(vgroup -> vgroup.topic().equals(topic) && topics.contains(topic))
                .map(vgroup -> known(vgroup).assignment())
                .toList();
    }

    Set<String> topics() {
        return topics;
    }

    boolean isClosed() {
        return closed;
    }

    ConsumerStats stats() {
        return stats;
    }

    MockFailures failures() {
        return failures;
    }

    List<MockTmqConsumer.Place> commits() {
        return commits;
    }

    List<MockTmqConsumer.Place> seeks() {
        return seeks;
    }
}
