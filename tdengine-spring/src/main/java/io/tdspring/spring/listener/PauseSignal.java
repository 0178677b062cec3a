// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

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

    /** Waits until there is no pause any more, for the given time at most; also ended by an interrupt. */
    void await(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (requested && left > 0) {
                left = withdrawn.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
