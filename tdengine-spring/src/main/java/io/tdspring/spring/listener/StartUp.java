// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Whether all consumers of a container have joined their group since it was started. Thread-safe. */
final class StartUp {

    private final AtomicInteger missing;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean hasFailed = new AtomicBoolean();
    private final Consumer<StopReason> onFailure;

    /** @param onFailure told of the first failure alone */
    StartUp(int consumers, Consumer<StopReason> onFailure) {
        this.missing = new AtomicInteger(consumers);
        this.onFailure = onFailure;
    }

    /** One more of the consumers has joined; each tells it once. */
    void joined() {
        if (missing.decrementAndGet() == 0) {
            end();
        }
    }

    void failed(StopReason why) {
        if (hasFailed.compareAndSet(false, true)) {
            onFailure.accept(why);
        }
    }

    /** There is nothing more to wait for: a thread of the container has ended. */
    void end() {
        over.countDown();
    }

    /** Waits until all have joined or one has ended; false if neither has come to pass in that time. */
    boolean await(Duration time) throws InterruptedException {
        return over.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
