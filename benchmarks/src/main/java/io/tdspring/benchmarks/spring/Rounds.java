// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.spring;

import io.tdspring.benchmarks.workload.Messages;
import io.tdspring.benchmarks.workload.Work;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Divides what a listener gets without end into rounds of {@link Messages#COUNT} messages, between which it waits. One thread
 * adds, another one runs the rounds.
 */
final class Rounds {

    private static final long ROWS = (long) Messages.COUNT * Messages.ROWS;
    private static final Duration WAIT = Duration.ofMinutes(10);

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);

    /** Written by the listener's thread, read by the other one behind a round. */
    private double sum;

    private long left;
    private volatile boolean ended;

    /** Counts what the listener has got. */
    void add(int rows, double moreSum) {
        if (left == 0 && !ended) {
            await(begun);
            left = ROWS;
            sum = 0;
        }
        if (ended) {
            return;
        }
        left -= rows;
        sum += moreSum;
        if (left == 0) {
            done.release();
        }
    }

    /** Lets the listener do a round and waits for its end. */
    Work run() {
        begun.release();
        await(done);
        return new Work(ROWS, sum);
    }

    /** Has the listener wait no more, and count no more. */
    void end() {
        ended = true;
        begun.release();
    }

    private static void await(Semaphore semaphore) {
        try {
            if (!semaphore.tryAcquire(WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("no round within " + WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
