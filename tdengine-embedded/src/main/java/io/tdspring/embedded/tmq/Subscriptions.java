// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.VGroup;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The topics of a server and the consumer groups that read them.
 *
 * <p>Thread-safe: one monitor orders creating and dropping, joining and leaving. Joining and leaving deal out the vgroups
 * anew before they return.
 */
public final class Subscriptions {

    private final Clock clock;
    private final Rebalance rebalance;
    private final Map<String, Topic> topics = new ConcurrentSkipListMap<>();
    private final AtomicLong nextConsumer = new AtomicLong(1);

    /**
     * No topics yet.
     *
     * @param clock tells when consumers came and polled
     */
    public Subscriptions(Clock clock, Rebalance rebalance) {
        this.clock = clock;
        this.rebalance = rebalance;
    }

    /**
     * What a real server does every two seconds: consumers that have not polled for too long leave their groups, and groups
     * whose members changed deal their vgroups anew.
     */
    public void tick() {
        Instant now = clock.instant();
        groups().flatMap(group -> group.members().stream()).distinct().forEach(consumer -> consumer.leaveIfSilent(now));
        synchronized (this) {
            groups().forEach(ConsumerGroup::rebalance);
        }
    }

    /** Adds a topic; false if the name is taken. */
    public synchronized boolean create(String name, Database database, TopicQuery query) {
        return topics.putIfAbsent(name, new Topic(name, database, query)) == null;
    }

    /** The topic of this name, or null. */
    public @Nullable Topic find(String name) {
        return topics.get(name);
    }

    /** All topics in the order of their names. */
    public List<Topic> topics() {
        return List.copyOf(topics.values());
    }

    /**
     * Removes a topic and what its groups have committed; false if there is none of this name.
     *
     * @throws SqlException 0x03EB if it has consumers
     */
    public synchronized boolean drop(String name) {
        Topic topic = topics.get(name);
        if (topic == null) {
            return false;
        }
        if (topic.groups().stream().anyMatch(group -> !group.members().isEmpty())) {
            throw new SqlException(0x03eb, "Topic subscribed cannot be dropped");
        }
        topics.remove(name);
        return true;
    }

    /**
     * Has the logs of a topic's database forget their entries, as after the retention period; false if there is no such
     * topic. Who is behind goes on with what comes next.
     */
    public boolean expire(String name) {
        Topic topic = topics.get(name);
        if (topic == null) {
            return false;
        }
        topic.database().vgroups().forEach(VGroup::forgetLog);
        return true;
    }

    /**
     * Removes a group of a topic and what it has committed; false if there is no such topic or group.
     *
     * @throws SqlException 0x03EC if it has consumers, 0x03EF if it is about to deal its vgroups
     */
    public synchronized boolean dropGroup(String topic, String name) {
        Topic found = topics.get(topic);
        ConsumerGroup group = found == null ? null : found.findGroup(name);
        if (found == null || group == null) {
            return false;
        }
        if (!group.members().isEmpty()) {
            throw new SqlException(0x03ec, "Consumer group being used by some consumer");
        }
        if (group.isMoving()) {
            throw new SqlException(0x03ef, "Topic being rebalanced");
        }
        return found.drop(name);
    }

    /** As {@link #dropGroup}; its consumers leave first. */
    public boolean dropGroupWithConsumers(String topic, String name) {
        Topic found = topics.get(topic);
        ConsumerGroup group = found == null ? null : found.findGroup(name);
        if (found == null || group == null) {
            return false;
        }
        group.members().forEach(TopicConsumer::close);
        group.rebalance();
        return dropGroup(topic, name);
    }

    /** Removes a topic as {@link #drop} does; its consumers leave their groups first. */
    public boolean dropWithConsumers(String name) {
        Topic topic = topics.get(name);
        if (topic == null) {
            return false;
        }
        for (ConsumerGroup group : topic.groups()) {
            group.members().forEach(TopicConsumer::close);
        }
        return drop(name);
    }

    /**
     * A new member of a group.
     *
     * @param names the topics; none at all is allowed
     * @throws SqlException 0x03E1 if a topic does not exist
     */
    public synchronized TopicConsumer join(ConsumerSettings settings, List<String> names) {
        List<Topic> subscribed = new ArrayList<>();
        for (String name : names) {
            Topic topic = topics.get(name);
            if (topic == null) {
                throw new SqlException(0x03e1, "Topic not exist");
            }
            if (!subscribed.contains(topic)) {
                subscribed.add(topic);
            }
        }
        TopicConsumer consumer = new TopicConsumer(this, nextConsumer.getAndIncrement(), settings, subscribed);
        subscribed.forEach(topic -> topic.group(settings.group(), rebalance).join(consumer));
        return consumer;
    }

    /** The members of all groups, in the order of their ids; a consumer without topics is not among them. */
    public List<ConsumerListing> consumers() {
        return groups().flatMap(group -> group.members().stream())
                .distinct()
                .map(TopicConsumer::listing)
                .sorted(Comparator.comparingLong(ConsumerListing::id))
                .toList();
    }

    /** How far each group is, in the order of topics, groups and vgroups. */
    public List<ProgressListing> progress() {
        return groups().flatMap(group -> group.progress().stream()).toList();
    }

    private Stream<ConsumerGroup> groups() {
        return topics.values().stream().flatMap(topic -> topic.groups().stream());
    }

    Clock clock() {
        return clock;
    }

    synchronized void leave(TopicConsumer consumer, List<Topic> subscribed) {
        for (Topic topic : subscribed) {
            topic.groups().forEach(group -> group.leave(consumer));
        }
    }
}
