// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A clock that a test moves; what is due is done by the thread that moves it. Thread-safe. */
final class ManualUpkeep implements Upkeep {

    private record Due(long at, Runnable task) {}

    private final List<Due> tasks = new ArrayList<>(); // guarded by this
    private long now = Long.MAX_VALUE - 1_000; // guarded by this; overflows soon, as System.nanoTime may

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized void after(Duration delay, Runnable task) {
        tasks.add(new Due(now + delay.toNanos(), task));
    }

    /** Lets time pass, and does what becomes due, each thing at its time. */
    void pass(Duration time) {
        long end = nanoTime() + time.toNanos();
        for (Due due = next(end); due != null; due = next(end)) {
            due.task.run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized Due next(long end) {
        Due due = tasks.stream()
                .filter(task -> task.at - end <= 0)
                .min(Comparator.comparingLong(task -> task.at - end))
                .orElse(null);
        if (due != null) {
            tasks.remove(due);
            now = due.at;
        }
        return due;
    }

    /** How long until the next task, or null if there is none. */
    synchronized Duration untilNext() {
        return tasks.stream()
                .map(task -> Duration.ofNanos(task.at - now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public synchronized void close() {
        tasks.clear();
    }
}
