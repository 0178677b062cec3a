// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.spring.event.ListenerEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks from time to time after the consumers of a container, on a thread of its own since theirs may hang; for one start of the
 * container. Thread-safe.
 */
final class ContainerMonitor {

    private final ContainerSettings settings;
    private final Consumer<ListenerEvent> events;
    private final Assignments assignments;
    private final SpareConsumers spare;
    private final List<TurnWatch> watches = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor timer;

    ContainerMonitor(ContainerSettings settings, Consumer<ListenerEvent> events, Assignments assignments) {
        this.settings = settings;
        this.events = events;
        this.assignments = assignments;
        this.spare = new SpareConsumers(settings);
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, settings.id() + "-monitor");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What is to look on while that consumer works. */
    LoopObserver watch(String consumer) {
        TurnWatch watch = new TurnWatch(consumer, settings, events);
        watches.add(watch);
        return watch;
    }

    void start() {
        long interval = settings.monitor().interval().toNanos();
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(this::look, interval, interval, TimeUnit.NANOSECONDS);
    }

    private void look() {
        watches.forEach(each -> each.look(System.nanoTime()));
        spare.look(assignments);
    }

    /** Lets a look under way end, without an interrupt: it may be what stops the container. */
    void close() {
        timer.shutdown();
    }
}
