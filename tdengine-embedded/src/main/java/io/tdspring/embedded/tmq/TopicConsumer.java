// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.VGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A member of a consumer group: reads the vgroups dealt to it.
 *
 * <p>Thread-safe: while one thread waits in a poll, others may ask, seek, commit and close. Failures are
 * {@code SqlException}s with TDengine's codes: 0x4007 an offset out of range, 0x4008 a vgroup of somebody else, 0x4009 a
 * topic not subscribed to, 0x4010 a position before the first poll or assignment, 0x03E6 polling after leaving.
 */
public final class TopicConsumer implements AutoCloseable {

    /** What {@link #committed} and {@link #position} answer when there is nothing to tell: 0x80004011. */
    public static final long NO_OFFSET = -2147467247L;

    private final Subscriptions subscriptions;
    private final long id;
    private final ConsumerSettings settings;
    private final List<Topic> topics;
    private final Instant subscribed;
    private final Runnable listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    // Guarded by lock.
    private final List<VgroupReader> readers = new ArrayList<>();
    private int nextReader;
    private boolean changed;
    private boolean wokenUp;
    private @Nullable Instant rebalanced;
    private @Nullable Instant polled;
    private boolean left;

    TopicConsumer(Subscriptions subscriptions, long id, ConsumerSettings settings, List<Topic> topics) {
        this.subscriptions = subscriptions;
        this.id = id;
        this.settings = settings;
        this.topics = List.copyOf(topics);
        this.subscribed = subscriptions.clock().instant();
        this.listener = () -> locked(this::signal);
    }

    /** How it reads. */
    public ConsumerSettings settings() {
        return settings;
    }

    /** What SHOW CONSUMERS tells. */
    ConsumerListing listing() {
        return locked(() -> new ConsumerListing(
                id, settings, topics.stream().map(Topic::name).toList(), subscribed, rebalanced, polled));
    }

    /** What SHOW SUBSCRIPTIONS tells of a vgroup; null if this consumer does not have it. */
    @Nullable
    ProgressListing progress(Topic topic, VGroup vgroup) {
        return locked(() -> {
            VgroupReader reader = find(topic.name(), vgroup.id());
            return reader == null ? null : reader.progress(listing());
        });
    }

    /** The topics, in the order of the subscription; empty after leaving. */
    public List<String> topics() {
        return locked(() -> left ? List.of() : topics.stream().map(Topic::name).toList());
    }

    /**
     * Waits for rows, or changes of tables.
     *
     * @param wait at most so long; zero does not wait
     * @return null if there was nothing to read in that time, or {@link #wakeup()} ended the waiting
     */
    public @Nullable Delivery poll(Duration wait) throws InterruptedException {
        long nanos = TimeUnit.NANOSECONDS.convert(wait);
        lock.lockInterruptibly();
        try {
            polled = subscriptions.clock().instant();
            while (true) {
                changed = false;
                if (left) {
                    throw new SqlException(0x03e6, "Consumer not exist");
                }
                if (wokenUp) {
                    wokenUp = false;
                    return null;
                }
                Delivery delivery = readOne();
                if (delivery != null) {
                    return delivery;
                }
                while (!changed) {
                    if (nanos <= 0) {
                        return null;
                    }
                    nanos = news.awaitNanos(nanos);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the poll that is waiting now, or else the next one, without a delivery. */
    public void wakeup() {
        locked(() -> {
            wokenUp = true;
            signal();
        });
    }

    /** The vgroups of a topic which this consumer has, by their ids. */
    public List<VgroupOffsets> assignment(String topic) {
        return locked(() -> {
            requireTopic(topic);
            List<VgroupOffsets> assignment = new ArrayList<>();
            for (VgroupReader reader : readers) {
                if (reader.topic().name().equals(topic)) {
                    reader.start(settings.reset());
                    assignment.add(reader.offsets());
                }
            }
            assignment.sort(Comparator.comparingInt(VgroupOffsets::vgroupId));
            return assignment;
        });
    }

    /** Moves the position; the next poll reads from there. Nothing is committed. */
    public void seek(String topic, int vgroupId, long offset) {
        locked(() -> {
            requireInRange(topic, vgroupId, offset).moveTo(offset);
            signal();
        });
    }

    /** The next offset to be read, or {@link #NO_OFFSET} before the first poll or assignment. */
    public long position(String topic, int vgroupId) {
        return locked(() -> require(topic, vgroupId).position());
    }

    /** Where the group will resume, or {@link #NO_OFFSET}. */
    public long committed(String topic, int vgroupId) {
        return locked(() -> require(topic, vgroupId).group().committed(vgroupId));
    }

    /** Has the group resume at this offset. */
    public void commit(String topic, int vgroupId, long offset) {
        locked(() -> requireInRange(topic, vgroupId, offset).group().commit(vgroupId, offset));
    }

    /** Commits the positions of all vgroups of this consumer: everything delivered so far. */
    public void commitAll() {
        locked(() -> readers.forEach(VgroupReader::commit));
    }

    /** Leaves the group: its vgroups go to the other members. Waiting polls end. Does nothing the second time. */
    @Override
    public void close() {
        boolean leaves = locked(() -> {
            boolean first = !left;
            left = true;
            readers.forEach(reader -> reader.vgroup().removeListener(listener));
            readers.clear();
            signal();
            return first;
        });
        if (leaves) {
            subscriptions.leave(this, topics);
        }
    }

    /** Gives up the vgroups of a topic that are not among these. */
    void retain(Topic topic, List<VGroup> vgroups) {
        locked(() -> {
            List<VgroupReader> lost = readers.stream()
                    .filter(reader -> reader.topic() == topic && !vgroups.contains(reader.vgroup()))
                    .toList();
            rebalanced = subscriptions.clock().instant();
            readers.removeAll(lost);
            for (VgroupReader reader : lost) {
                // Another topic of the same database may go on with it.
                if (readers.stream().noneMatch(other -> other.vgroup() == reader.vgroup())) {
                    reader.vgroup().removeListener(listener);
                }
            }
        });
    }

    /** Takes these vgroups of a topic; those it has already go on where they are. */
    void assign(Topic topic, ConsumerGroup group, List<VGroup> vgroups) {
        locked(() -> {
            for (VGroup vgroup : vgroups) {
                if (!left && find(topic.name(), vgroup.id()) == null) {
                    readers.add(new VgroupReader(topic, group, vgroup));
                    vgroup.addListener(listener);
                }
            }
            signal();
        });
    }

    private void signal() {
        changed = true;
        news.signalAll();
    }

    private <T extends @Nullable Object> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    /** Reads the vgroups in turn, so that a busy one does not starve the others. */
    private @Nullable Delivery readOne() {
        readers.forEach(reader -> reader.start(settings.reset()));
        for (int i = 0; i < readers.size(); i++) {
            nextReader = (nextReader + 1) % readers.size();
            Delivery delivery = readers.get(nextReader).read(settings.batchMeta());
            if (delivery != null) {
                return delivery;
            }
        }
        return null;
    }

    private VgroupReader require(String topic, int vgroupId) {
        requireTopic(topic);
        VgroupReader reader = find(topic, vgroupId);
        if (reader == null) {
            throw new SqlException(0x4008, "VgId does not belong to this consumer");
        }
        return reader;
    }

    private void requireTopic(String topic) {
        if (left || topics.stream().noneMatch(subscribed -> subscribed.name().equals(topic))) {
            throw new SqlException(0x4009, "Topic does not belong to this consumer");
        }
    }

    private @Nullable VgroupReader find(String topic, int vgroupId) {
        for (VgroupReader reader : readers) {
            if (reader.vgroup().id() == vgroupId && reader.topic().name().equals(topic)) {
                return reader;
            }
        }
        return null;
    }

    private VgroupReader requireInRange(String topic, int vgroupId, long offset) {
        VgroupReader reader = require(topic, vgroupId);
        if (reader.position() == NO_OFFSET) {
            throw new SqlException(0x4010, "Assignment or poll should be called first");
        }
        if (offset < reader.vgroup().begin() || offset > reader.vgroup().end()) {
            throw new SqlException(0x4007, "Offset out of range");
        }
        return reader;
    }
}
