// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.transport.Deadline;
import io.tdspring.error.TdengineException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Rings when there may be something to look at: an answer, or that somebody wants the poll to end. Thread-safe. */
final class Bell {

    private final Semaphore rings = new Semaphore(0);
    private final AtomicBoolean woken = new AtomicBoolean();

    void ring() {
        rings.release();
    }

    /** Rings, and stays rung until {@link #takeWakeup}. */
    void wakeUp() {
        woken.set(true);
        rings.release();
    }

    boolean isWoken() {
        return woken.get();
    }

    /** Whether there has been a wake-up since the last call. */
    boolean takeWakeup() {
        return woken.getAndSet(false);
    }

    /**
     * Waits until something holds; whoever makes it hold rings afterwards.
     *
     * @return false if the deadline passed before
     */
    boolean await(BooleanSupplier condition, Deadline deadline) {
        // What rang before the condition is looked at needs no second look.
        rings.drainPermits();
        while (!condition.getAsBoolean()) {
            try {
                if (!rings.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                    return condition.getAsBoolean();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TdengineException("interrupted while waiting for a message", e);
            }
        }
        return true;
    }
}
