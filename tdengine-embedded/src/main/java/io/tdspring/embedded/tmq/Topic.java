// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import io.tdspring.embedded.store.Database;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A named query over the logs of a database, and the groups that read it.
 *
 * <p>Thread-safe. What a group has committed lives and dies with the topic.
 */
public final class Topic {

    private final String name;
    private final Database database;
    private final TopicQuery query;
    private final Map<String, ConsumerGroup> groups = new ConcurrentSkipListMap<>();

    Topic(String name, Database database, TopicQuery query) {
        this.name = name;
        this.database = database;
        this.query = query;
    }

    public String name() {
        return name;
    }

    public Database database() {
        return database;
    }

    TopicQuery query() {
        return query;
    }

    ConsumerGroup group(String group, Rebalance rebalance) {
        return groups.computeIfAbsent(group, key -> new ConsumerGroup(this, key, rebalance));
    }

    @Nullable
    ConsumerGroup findGroup(String group) {
        return groups.get(group);
    }

    /** Forgets a group and what it has committed; false if there is none of this name. */
    boolean drop(String group) {
        return groups.remove(group) != null;
    }

    Collection<ConsumerGroup> groups() {
        return groups.values();
    }
}
