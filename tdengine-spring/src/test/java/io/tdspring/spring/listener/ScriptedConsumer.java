// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.SentCommit;
import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.error.TdengineException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A consumer that delivers what a test puts in and records what is done with it. Like the server, it delivers a message
 * again after a seek to its offset.
 */
public final class ScriptedConsumer implements TmqConsumer {

    private final BlockingQueue<Object> deliveries = new LinkedBlockingQueue<>();
    private final List<TmqMessage> delivered = new CopyOnWriteArrayList<>();
    public final List<Long> committed = new CopyOnWriteArrayList<>();
    public final List<Long> sought = new CopyOnWriteArrayList<>();
    public volatile boolean closed;
    public volatile @Nullable RuntimeException commitFailure;
    public volatile Set<String> topics = Set.of();
    public volatile List<VgroupAssignment> assigned = List.of(new VgroupAssignment(2, 0, 0, 10));

    private static final Object WAKEUP = new Object();

    private final CountDownLatch polled = new CountDownLatch(1);
    private final CountDownLatch hasSought = new CountDownLatch(1);
    private final CountDownLatch hasClosed = new CountDownLatch(1);

    /** Waits until the container has polled. */
    public void awaitPoll() throws InterruptedException {
        assertThat(polled.await(10, TimeUnit.SECONDS)).as("a poll").isTrue();
    }

    /** Waits until somebody has sought. */
    public void awaitSought() throws InterruptedException {
        assertThat(hasSought.await(10, TimeUnit.SECONDS)).as("a seek").isTrue();
    }

    /** Waits until this has been closed. */
    public void awaitClosed() throws InterruptedException {
        assertThat(hasClosed.await(10, TimeUnit.SECONDS)).as("closed").isTrue();
    }

    /** One vgroup's message of one INT column {@code v}; it ends one offset behind where it starts. */
    public static TmqMessage message(long offset, int... values) {
        return new TmqMessage("t", "db", 2, offset, offset + 1, List.of(new TableBlock("d1", ints(values))));
    }

    private static Block ints(int... values) {
        int bitmap = (values.length + 7) / 8;
        ByteBuffer bytes = ByteBuffer.allocate(bitmap + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bitmap);
        for (int value : values) {
            bytes.putInt(value);
        }
        List<Column> columns = List.of(Column.of("v", DataType.INT));
        int[] lengths = {4 * values.length};
        return new Block(columns, Precision.MILLISECOND, values.length, bytes.clear(), new int[1], lengths);
    }

    public void deliver(TmqMessage message) {
        deliveries.add(message);
    }

    public void fail(RuntimeException failure) {
        deliveries.add(failure);
    }

    @Override
    public void subscribe(Collection<String> newTopics) {
        topics = Set.copyOf(newTopics);
    }

    @Override
    public Set<String> subscription() {
        return topics;
    }

    @Override
    public @Nullable TmqMessage poll(Duration timeout) {
        polled.countDown();
        try {
            Object next = deliveries.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (next instanceof RuntimeException failure) {
                throw failure;
            }
            if (next instanceof TmqMessage message) {
                delivered.add(message);
                return message;
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TdengineException("interrupted while waiting for a message", e);
        }
    }

    @Override
    public void commit(TmqMessage message) {
        commit(Map.of(message.vgroup(), message.endOffset()));
    }

    @Override
    public void commit(String topic, int vgroupId, long offset) {
        committed.add(offset);
    }

    @Override
    public List<TmqMessage> pollReady(int max) {
        return List.of();
    }

    @Override
    public void commit(Map<TopicVgroup, Long> offsets) {
        RuntimeException failure = commitFailure;
        if (failure != null) {
            commitFailure = null;
            throw failure;
        }
        committed.addAll(offsets.values());
    }

    @Override
    public SentCommit startCommit(Map<TopicVgroup, Long> offsets) {
        RuntimeException failure = commitFailure;
        if (failure == null) {
            committed.addAll(offsets.values());
            return SentCommit.DONE;
        }
        commitFailure = null;
        return () -> {
            throw failure;
        };
    }

    @Override
    public CompletableFuture<Void> commitAsync(Map<TopicVgroup, Long> offsets) {
        commit(offsets);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void seekToBeginning(Collection<TopicVgroup> vgroups) {
        vgroups.forEach(vgroup -> seek(vgroup.topic(), vgroup.vgroupId(), 0));
    }

    @Override
    public void seekToEnd(Collection<TopicVgroup> vgroups) {
        vgroups.forEach(vgroup -> seek(vgroup.topic(), vgroup.vgroupId(), 10));
    }

    @Override
    public List<VgroupAssignment> assignment(String topic) {
        return assigned;
    }

    @Override
    public void seek(String topic, int vgroupId, long offset) {
        sought.add(offset);
        hasSought.countDown();
        delivered.stream()
                .filter(message -> message.offset() == offset)
                .findFirst()
                .ifPresent(deliveries::add);
    }

    @Override
    public OptionalLong committed(String topic, int vgroupId) {
        return committed.isEmpty() ? OptionalLong.empty() : OptionalLong.of(committed.get(committed.size() - 1));
    }

    @Override
    public OptionalLong position(String topic, int vgroupId) {
        return delivered.isEmpty()
                ? OptionalLong.of(0)
                : OptionalLong.of(delivered.get(delivered.size() - 1).endOffset());
    }

    @Override
    public void unsubscribe() {
        topics = Set.of();
    }

    @Override
    public void wakeup() {
        deliveries.add(WAKEUP);
    }

    @Override
    public void close() {
        closed = true;
        hasClosed.countDown();
    }
}
