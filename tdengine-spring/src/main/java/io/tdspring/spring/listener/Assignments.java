// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TopicVgroup;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Which vgroups the consumers of a container read, as far as they know. Thread-safe. */
final class Assignments {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Set<TopicVgroup>> assigned = new HashMap<>(); // guarded by lock

    /** What a consumer reads now. */
    void set(String consumer, Set<TopicVgroup> vgroups) {
        lock.lock();
        try {
            assigned.put(consumer, Set.copyOf(vgroups));
            changed.signalAll();
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
