// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tells the threads of a container that they are to end, also while they wait. Thread-safe. */
final class StopSignal {

    private final Runnable onRequest;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch requested = new CountDownLatch(1);
    private final AtomicReference<@Nullable StopReason> reason = new AtomicReference<>();
    private volatile boolean isCut;

    /**
     * @param onRequest called once, by the first request, before anybody is told to end
     */
    StopSignal(Runnable onRequest) {
        this.onRequest = onRequest;
    }

    void request() {
        try {
            if (begun.compareAndSet(false, true)) {
                onRequest.run();
            }
        } finally {
            requested.countDown();
        }
    }

    /** Ends the container by itself; the first reason counts. */
    void request(StopReason why) {
        reason.compareAndSet(null, why);
        request();
    }

    /** Why the container ended by itself; empty if it has not. */
    Optional<StopReason> reason() {
        return Optional.ofNullable(reason.get());
    }

    /** The time for what is in hand is over: no other message is to be begun. */
    void cut() {
        isCut = true;
    }

    boolean isCut() {
        return isCut;
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Waits for the given time at most; true if the stop was requested. An interrupt is such a request. */
    boolean await(Duration time) {
        try {
            return requested.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (!isRequested()) {
                request(new StopReason("its thread was interrupted", null));
            }
            return true;
        }
    }
}
