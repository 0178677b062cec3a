// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.test;

import io.tdspring.client.tmq.ConsumerStats;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A consumer without a server, for tests of what uses one: a test gives it vgroups and messages, and sees what was committed
 * and sought.
 *
 * <pre>{@code
 * TopicVgroup vgroup = new TopicVgroup("t_plant", 2);
 * MockTmqConsumer consumer = new MockTmqConsumer();
 * consumer.addVgroup(vgroup);
 * consumer.add(MockMessage.of(vgroup, 0).table("d1", Column.of("v", DataType.INT)).row(42).build());
 * … consumer.poll(Duration.ofSeconds(1)) …
 * }</pre>
 *
 * <p>It behaves as {@link TmqConsumer} says: a vgroup is read from what was committed, or else from its beginning; a message
 * comes again after a seek to its start; and a call of a second thread while one is under way fails. What a test calls
 * ({@code add…}, {@code remove…}, {@code fail…}, {@code await}, {@link #commits}, {@link #seeks}) any thread may call.
 */
public final class MockTmqConsumer implements TmqConsumer {

    private final MockGroup group = new MockGroup();
    private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();

    /** A place in a vgroup that was committed or sought. */
    public record Place(TopicVgroup vgroup, long offset) {}

    /** Has this consumer read a vgroup, as after a rebalance; it begins where the group has committed. */
    public void addVgroup(TopicVgroup vgroup) {
        group.change(() -> group.assign(vgroup));
    }

    /** Takes a vgroup away, as a rebalance does; its messages stay, for when it comes back. */
    public void removeVgroup(TopicVgroup vgroup) {
        group.change(() -> group.revoke(vgroup));
    }

    /**
     * Writes a message at the end of its vgroup's log.
     *
     * @throws IllegalStateException if the vgroup was never added
     * @throws IllegalArgumentException if the message does not lie behind the log's last one
     */
    public void add(TmqMessage message) {
        group.change(() -> group.known(message.vgroup()).add(message));
    }

    /** Has the log of a vgroup begin there, as when messages are older than the server keeps them. */
    public void expire(TopicVgroup vgroup, long begin) {
        group.change(() -> group.known(vgroup).expire(begin));
    }

    /** Has the group resume there, as if committed by a consumer before this one; not among {@link #commits}. */
    public void setCommitted(TopicVgroup vgroup, long offset) {
        group.change(() -> group.known(vgroup).commit(offset));
    }

    /** Has the next {@link #subscribe} fail that has not been told to fail yet. */
    public void failSubscribe(RuntimeException failure) {
        group.change(() -> group.failures().ofSubscribe().add(failure));
    }

    /** Has the next {@link #poll} fail that has not been told to fail yet; one that waits fails at once. */
    public void failPoll(RuntimeException failure) {
        group.change(() -> group.failures().ofPoll().add(failure));
    }

    /** Has the next commit fail that has not been told to fail yet; nothing of it is committed. */
    public void failCommit(RuntimeException failure) {
        group.change(() -> group.failures().ofCommit().add(failure));
    }

    /** All that was committed, in the order in which it was. */
    public List<Place> commits() {
        return group.read(() -> List.copyOf(group.commits()));
    }

    /** All that was sought, in the order in which it was. */
    public List<Place> seeks() {
        return group.read(() -> List.copyOf(group.seeks()));
    }

    /** Whether this was closed. */
    public boolean isClosed() {
        return group.read(group::isClosed);
    }

    /**
     * Waits until something is true of this consumer, asked whenever something was done with it.
     *
     * @return false if it is not after that time, or if the caller is interrupted
     */
    public boolean await(Predicate<MockTmqConsumer> condition, Duration time) {
        return group.await(() -> condition.test(this), time);
    }

    /** As {@link #await}: until the group has committed there. */
    public boolean awaitCommit(TopicVgroup vgroup, long offset, Duration time) {
        return await(consumer -> consumer.commits().contains(new Place(vgroup, offset)), time);
    }

    @Override
    public void subscribe(Collection<String> topics) {
        run(() -> group.subscribe(Set.copyOf(topics)));
    }

    @Override
    public Set<String> subscription() {
        return group.read(group::topics);
    }

    @Override
    public @Nullable TmqMessage poll(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("the timeout of a poll must not be negative: " + timeout);
        }
        enter();
        try {
            return group.poll(timeout);
        } finally {
            leave();
        }
    }

    @Override
    public List<TmqMessage> pollReady(int max) {
        return use(() -> group.ready(max));
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
        run(() -> group.subscribed().commit(offsets));
    }

    @Override
    public CompletableFuture<Void> commitAsync(Map<TopicVgroup, Long> offsets) {
        return use(() -> {
            group.subscribed();
            try {
                group.commit(offsets);
                return CompletableFuture.completedFuture(null);
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        });
    }

    @Override
    public List<VgroupAssignment> assignment(String topic) {
        return use(() -> group.subscribed().assignment(topic));
    }

    @Override
    public void seek(String topic, int vgroupId, long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("cannot seek to the negative offset " + offset);
        }
        run(() -> group.subscribed().seek(new TopicVgroup(topic, vgroupId), offset));
    }

    @Override
    public void seekToBeginning(Collection<TopicVgroup> vgroups) {
        run(() -> group.subscribed().seek(vgroups, MockLog::firstOffset));
    }

    @Override
    public void seekToEnd(Collection<TopicVgroup> vgroups) {
        run(() -> group.subscribed().seek(vgroups, MockLog::endOffset));
    }

    @Override
    public OptionalLong committed(String topic, int vgroupId) {
        return use(
                () -> group.subscribed().own(new TopicVgroup(topic, vgroupId)).committed());
    }

    @Override
    public OptionalLong position(String topic, int vgroupId) {
        return use(
                () -> group.subscribed().own(new TopicVgroup(topic, vgroupId)).position());
    }

    @Override
    public ConsumerStats stats() {
        return group.read(group::stats);
    }

    @Override
    public void unsubscribe() {
        run(group::unsubscribe);
    }

    @Override
    public void wakeup() {
        group.change(group::wakeUp);
    }

    @Override
    public void close() {
        group.change(group::close);
    }

    private <T> T use(Supplier<T> call) {
        enter();
        try {
            return group.call(call);
        } finally {
            leave();
        }
    }

    private void run(Runnable call) {
        use(() -> {
            call.run();
            return true;
        });
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
