// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.VGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    // Guarded by lock.
    private final Hand hand;
    private final Set<Topic> dealt = new HashSet<>();
    private boolean polling;
    private boolean changed;
    private boolean wokenUp;
    private @Nullable Instant rebalanced;
    private Instant polled;
    private boolean everPolled;
    private boolean left;

    TopicConsumer(Subscriptions subscriptions, long id, ConsumerSettings settings, List<Topic> topics) {
        this.subscriptions = subscriptions;
        this.id = id;
        this.settings = settings;
        this.topics = List.copyOf(topics);
        this.subscribed = subscriptions.clock().instant();
        this.hand = new Hand(() -> locked(this::signal));
        this.polled = subscribed;
    }

    /** How it reads. */
    public ConsumerSettings settings() {
        return settings;
    }

    /** What SHOW CONSUMERS tells. */
    ConsumerListing listing() {
        return locked(() -> new ConsumerListing(
                id,
                settings,
                topics.stream().map(Topic::name).toList(),
                subscribed,
                rebalanced,
                everPolled ? polled : null));
    }

    /** What SHOW SUBSCRIPTIONS tells of a vgroup; null if this consumer does not have it. */
    @Nullable
    ProgressListing progress(Topic topic, VGroup vgroup) {
        return locked(() -> {
            VgroupReader reader = hand.find(topic.name(), vgroup.id());
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
        lock.lockInterruptibly();
        try {
            everPolled = true;
            polling = true;
            return awaitDelivery(TimeUnit.NANOSECONDS.convert(wait));
        } finally {
            polling = false;
            polled = subscriptions.clock().instant();
            lock.unlock();
        }
    }

    private @Nullable Delivery awaitDelivery(long wait) throws InterruptedException {
        long nanos = wait;
        while (true) {
            changed = false;
            if (left) {
                throw new SqlException(0x03e6, "Consumer not exist");
            }
            if (wokenUp) {
                wokenUp = false;
                return null;
            }
            if (hand.look()) {
                rebalanced = subscriptions.clock().instant();
            }
            hand.forEach(reader -> reader.start(settings.reset()));
            Delivery delivery = hand.read(settings.batchMeta());
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
    }

    /**
     * Waits until the groups have dealt vgroups to this consumer, or none if there are too few.
     *
     * @throws SqlException 0x03EA if that takes longer than it may
     */
    public void awaitVgroups(Duration wait) throws InterruptedException {
        long nanos = TimeUnit.NANOSECONDS.convert(wait);
        lock.lockInterruptibly();
        try {
            while (!left && !dealt.containsAll(topics)) {
                if (nanos <= 0) {
                    throw new SqlException(0x03ea, "Consumer not ready");
                }
                nanos = news.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Leaves if there has been no poll for longer than it promised. */
    void leaveIfSilent(Instant now) {
        boolean silent =
                locked(() -> !polling && Duration.between(polled, now).compareTo(settings.maxPollInterval()) > 0);
        if (silent) {
            close();
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
            for (VgroupReader reader : hand.readers()) {
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
        locked(() -> hand.forEach(VgroupReader::commit));
    }

    /** Leaves the group: its vgroups go to the other members. Waiting polls end. Does nothing the second time. */
    @Override
    public void close() {
        boolean leaves = locked(() -> {
            boolean first = !left;
            left = true;
            hand.clear();
            signal();
            return first;
        });
        if (leaves) {
            subscriptions.leave(this, topics);
        }
    }

    /** Gives up the vgroups that are not in the deal. */
    void retain(Hand.Deal deal) {
        locked(() -> {
            if (hand.retain(deal.topic(), deal.vgroups())) {
                rebalanced = subscriptions.clock().instant();
            }
        });
    }

    /** Takes the vgroups of a deal; those it has already go on where they are. */
    void take(Hand.Deal deal) {
        locked(() -> {
            if (!left && hand.take(deal)) {
                rebalanced = subscriptions.clock().instant();
            }
            dealt.add(deal.topic());
            signal();
        });
    }

    /** Takes the first deal of a topic; the next poll looks at a later one. */
    void offer(Hand.Deal deal) {
        locked(() -> {
            if (dealt.contains(deal.topic()) && !left) {
                hand.keep(deal);
                signal();
            } else {
                take(deal);
            }
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

    private VgroupReader require(String topic, int vgroupId) {
        requireTopic(topic);
        VgroupReader reader = hand.find(topic, vgroupId);
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

    private VgroupReader requireInRange(String topic, int vgroupId, long offset) {
        VgroupReader reader = require(topic, vgroupId);
        if (reader.position() == NO_OFFSET || !reader.knowsRange()) {
            throw new SqlException(0x4010, "Assignment or poll should be called first");
        }
        if (offset < reader.vgroup().begin() || offset > reader.vgroup().end()) {
            throw new SqlException(0x4007, "Offset out of range");
        }
        return reader;
    }
}
