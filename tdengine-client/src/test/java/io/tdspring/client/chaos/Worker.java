// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.chaos;

import io.tdspring.error.TdengineException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A thread that does the same thing again and again, until it is told that the storm is over and it has succeeded once more. */
final class Worker extends Thread {

    /** Something that may fail with a {@link TdengineException}, after which it is done again. */
    interface Step {
        void run() throws Exception;
    }

    private final Step step;
    private final Duration limit;
    private final AtomicBoolean over;
    private final Semaphore work;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger successes = new AtomicInteger();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    /**
     * @param limit no step may take longer, whether it succeeds or fails
     * @param over set when the storm is over
     * @param work gets a permit for each step done
     */
    Worker(String name, Step step, Duration limit, AtomicBoolean over, Semaphore work) {
        super("chaos-" + name);
        this.step = step;
        this.limit = limit;
        this.over = over;
        this.work = work;
        setDaemon(true);
    }

    @Override
    public void run() {
        boolean last = false;
        while (!last && faults.isEmpty()) {
            boolean calm = over.get();
            last = once() && calm;
            work.release();
        }
    }

    /** Whether the step succeeded. */
    private boolean once() {
        long begin = System.nanoTime();
        boolean done = false;
        try {
            step.run();
            successes.incrementAndGet();
            done = true;
        } catch (TdengineException e) {
            failures.incrementAndGet();
        } catch (Exception | AssertionError e) {
            faults.add(getName() + ": " + e);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        if (taken.compareTo(limit) > 0) {
            faults.add(getName() + " hung for " + taken);
        }
        return done;
    }

    /** What must not have happened. */
    List<String> faults() {
        return faults;
    }

    @Override
    public String toString() {
        return getName() + " succeeded " + successes + " times and failed " + failures;
    }
}
