// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Tells the threads of a container to hand nothing on for a while. Thread-safe. */
final class PauseSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition withdrawn = lock.newCondition();
    private volatile boolean requested; // written under lock

    void request() {
        set(true);
    }

    void withdraw() {
        set(false);
    }

    private void set(boolean pause) {
        lock.lock();
        try {
            requested = pause;
            withdrawn.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isRequested() {
        return requested;
    }

    /** Has those that wait look whether there is something else to do. */
    void nudge() {
        lock.lock();
        try {
            withdrawn.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is no pause any more or something else to do, for the given time at most; also ended by an interrupt.
     *
     * @param isBusy whether there is; who makes it so calls {@link #nudge} then
     */
    void await(Duration time, BooleanSupplier isBusy) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (requested && !isBusy.getAsBoolean() && left > 0) {
                left = withdrawn.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
