// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import java.time.Duration;

/** The time, and what is to be done later. Thread-safe. */
interface Upkeep extends AutoCloseable {

    /** As {@link System#nanoTime}. */
    long nanoTime();

    /** Has a task run after a while, unless this is closed before; tasks run one after the other. */
    void after(Duration delay, Runnable task);

    /** Drops the tasks that have not begun; idempotent, does not wait. */
    @Override
    void close();
}
