// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TopicVgroup;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Which vgroups the consumers of a container read, as far as they know. Thread-safe. */
final class Assignments {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Set<TopicVgroup>> assigned = new HashMap<>(); // guarded by lock
    private long rebalances; // guarded by lock

    /** How often the vgroups of a consumer have changed since it joined its group. */
    long rebalances() {
        lock.lock();
        try {
            return rebalances;
        } finally {
            lock.unlock();
        }
    }

    /** What a consumer reads now. */
    void set(String consumer, Set<TopicVgroup> vgroups) {
        lock.lock();
        try {
            Set<TopicVgroup> before = assigned.put(consumer, Set.copyOf(vgroups));
            rebalances += before == null || before.equals(vgroups) ? 0 : 1;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A consumer has left, so nobody knows what it will read. */
    void forget(String consumer) {
        lock.lock();
        try {
            assigned.remove(consumer);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The consumers that read nothing while others do; empty as long as not so many consumers are known. */
    Set<String> spare(int consumers) {
        lock.lock();
        try {
            Set<String> spare = new TreeSet<>();
            assigned.forEach((consumer, vgroups) -> {
                if (vgroups.isEmpty()) {
                    spare.add(consumer);
                }
            });
            return assigned.size() < consumers || spare.size() == consumers ? Set.of() : spare;
        } finally {
            lock.unlock();
        }
    }

    /** The consumer that reads a vgroup. */
    Optional<String> reader(TopicVgroup vgroup) {
        lock.lock();
        try {
            return assigned.entrySet().stream()
                    .filter(each -> each.getValue().contains(vgroup))
                    .map(Map.Entry::getKey)
                    .findFirst();
        } finally {
            lock.unlock();
        }
    }

    Set<TopicVgroup> all() {
        lock.lock();
        try {
            Set<TopicVgroup> all = new HashSet<>();
            assigned.values().forEach(all::addAll);
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there are at least so many; false if there are not by then, or after an interrupt. */
    boolean await(int vgroups, Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (all().size() < vgroups && left > 0) {
                left = changed.awaitNanos(left);
            }
            return all().size() >= vgroups;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
