// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.SubscriptionRequest;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A subscription whose polls the test answers; other calls are recorded, and fail if the test said so. */
final class ScriptedSubscription implements Subscription {

    /** What a message without rows tells of. */
    static final TableMeta CHANGE = new TableMeta.SuperTableDropped("st");

    final BlockingQueue<CompletableFuture<Announcement>> polls = new LinkedBlockingQueue<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    final Deque<TdengineException> failures = new ArrayDeque<>();
    /** Answers to the next commits, which succeed at once when there is none. */
    final Deque<CompletableFuture<Void>> commitAnswers = new ArrayDeque<>();

    /** Answers to the next polls that read ahead, which find nothing when there is none. */
    final Queue<CompletableFuture<Announcement>> ahead = new ConcurrentLinkedQueue<>();

    /** Ends of the next messages that are fetched; 10 behind their offset when there is none. */
    final Queue<Long> ends = new ConcurrentLinkedQueue<>();

    OptionalLong committed = OptionalLong.empty();
    List<Assignment> assignment = List.of(new Assignment(2, 0, 0, 7));
    /** Failures of the next seeks alone. */
    final Queue<TdengineException> refusedSeeks = new ConcurrentLinkedQueue<>();

    private final Deque<CompletableFuture<Announcement>> answers = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private CompletableFuture<Announcement> last = new CompletableFuture<>();

    static Announcement message(int vgroupId, long offset) {
        return new Announcement(new Message(new Partition("t", vgroupId), "d", 1, offset, Kind.ROWS));
    }

    static Announcement changeOfTables(int vgroupId, long offset) {
        return new Announcement(new Message(new Partition("t", vgroupId), "d", 1, offset, Kind.CHANGES));
    }

    /** The next poll that the consumer sends. */
    CompletableFuture<Announcement> takePoll() throws InterruptedException {
        CompletableFuture<Announcement> poll = polls.poll(10, TimeUnit.SECONDS);
        if (poll == null) {
            throw new AssertionError("no poll");
        }
        return poll;
    }

    /** Has the next poll answered as soon as it is sent. */
    synchronized void answerNextPoll(Announcement answer) {
        answers.add(CompletableFuture.completedFuture(answer));
    }

    /** Has the next poll fail as soon as it is sent. */
    synchronized void answerNextPoll(TdengineException failure) {
        answers.add(CompletableFuture.failedFuture(failure));
    }

    /** Waits until the consumer has closed this. */
    void awaitClose() throws InterruptedException {
        if (!closed.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("not closed");
        }
    }

    private void record(String call) {
        calls.add(call);
        TdengineException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Endpoint endpoint() {
        return new Endpoint("host", 6041);
    }

    @Override
    public void join(SubscriptionRequest request) {
        record("join " + request.topics());
    }

    @Override
    public synchronized CompletableFuture<Announcement> poll(Duration blocking) {
        if (blocking.equals(ReadAhead.MOMENT)) {
            return pollAhead();
        }
        calls.add("poll");
        CompletableFuture<Announcement> answer = answers.poll();
        last = answer == null ? new CompletableFuture<>() : answer;
        if (answer == null) {
            polls.add(last);
        }
        return last;
    }

    private CompletableFuture<Announcement> pollAhead() {
        calls.add("ahead");
        return ahead.isEmpty() ? CompletableFuture.completedFuture(new Announcement(null)) : ahead.remove();
    }

    @Override
    public CompletableFuture<Fetched> fetch(Message message) {
        try {
            record("fetch " + message.offset());
        } catch (TdengineException e) {
            return CompletableFuture.failedFuture(e);
        }
        Long end = ends.poll();
        if (end != null) {
            return CompletableFuture.completedFuture(new Arrived(end, new Content(List.of(), List.of())));
        }
        boolean isChange = message.kind() == Kind.CHANGES;
        return CompletableFuture.completedFuture(new Arrived(
                isChange ? message.offset() : message.offset() + 10,
                new Content(List.of(), isChange ? List.of(CHANGE) : List.of())));
    }

    private record Arrived(long end, Content content) implements Fetched {

        @Override
        public int bytes() {
            return 100;
        }
    }

    @Override
    public CompletableFuture<Void> commit(Partition partition, long offset, Duration timeout) {
        try {
            record("commit " + partition.vgroupId() + " " + offset);
        } catch (TdengineException e) {
            return CompletableFuture.failedFuture(e);
        }
        CompletableFuture<Void> answer = commitAnswers.poll();
        return answer == null ? CompletableFuture.completedFuture(null) : answer;
    }

    @Override
    public OptionalLong committed(Partition partition, Duration timeout) {
        record("committed");
        return committed;
    }

    @Override
    public OptionalLong position(Partition partition, Duration timeout) {
        record("position");
        return OptionalLong.of(5);
    }

    @Override
    public List<Assignment> assignment(String topic, Duration timeout) {
        record("assignment");
        return assignment;
    }

    @Override
    public void seek(Partition partition, long offset, Duration timeout) {
        record("seek " + partition.vgroupId() + " " + offset);
        TdengineException refusal = refusedSeeks.poll();
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public void unsubscribe(Duration timeout) {
        record("unsubscribe");
    }

    @Override
    public synchronized void close() {
        calls.add("close");
        closed.countDown();
        last.completeExceptionally(new TdengineConnectionException("closed by this client", null));
    }
}
