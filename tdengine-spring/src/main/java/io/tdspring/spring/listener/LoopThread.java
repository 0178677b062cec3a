// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import org.jspecify.annotations.Nullable;

/**
 * The thread on which a loop runs, as long as it does: a pool's thread goes on with other work then, and nothing of the loop
 * stays on it. Thread-safe.
 */
final class LoopThread implements Runnable {

    private final String name;
    private final Runnable loop;

    /** Guarded by this. */
    private @Nullable Thread thread;

    /** Whether the loop runs, has run, or is never to. Guarded by this. */
    private boolean taken;

    /** Guarded by this. */
    private boolean interrupted;

    /**
     * @param name of the thread, too, while the loop runs
     */
    LoopThread(String name, Runnable loop) {
        this.name = name;
        this.loop = loop;
    }

    String name() {
        return name;
    }

    /** Has the loop never run; false if it runs, has run, or was withdrawn before. */
    synchronized boolean withdraw() {
        boolean isOpen = !taken;
        taken = true;
        return isOpen;
    }

    @Override
    public void run() {
        Thread current = Thread.currentThread();
        if (!occupy(current)) {
            return;
        }
        String formerName = current.getName();
        current.setName(name);
        try {
            loop.run();
        } finally {
            leave();
            current.setName(formerName);
        }
    }

    private synchronized boolean occupy(Thread current) {
        if (!withdraw()) {
            return false;
        }
        thread = current;
        return true;
    }

    private synchronized void leave() {
        thread = null;
        if (interrupted) {
            // What interrupt() has set and nobody has consumed is not meant for who comes after.
            Thread.interrupted();
        }
    }

    /** Interrupts the loop if it runs; never what its thread does before or after. */
    synchronized void interrupt() {
        if (thread != null) {
            interrupted = true;
            thread.interrupt();
        }
    }

    synchronized boolean isCurrent() {
        return thread == Thread.currentThread();
    }
}
