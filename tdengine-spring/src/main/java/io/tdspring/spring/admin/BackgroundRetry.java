// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.admin;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.log.LogAccessor;
import org.springframework.util.backoff.BackOffExecution;

/** Tries to make what is missing until all is there, in a thread of its own. Thread-safe. */
final class BackgroundRetry {

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(BackgroundRetry.class));
    private final UnaryOperator<List<Creatable>> create;
    private final BackOffExecution pauses;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    /** @param create tries it and gives what is still missing */
    BackgroundRetry(List<Creatable> missing, UnaryOperator<List<Creatable>> create, BackOffExecution pauses) {
        this.create = create;
        this.pauses = pauses;
        this.thread = new Thread(() -> run(missing), "tdengine-admin");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run(List<Creatable> missing) {
        List<Creatable> left = missing;
        try {
            while (!left.isEmpty()) {
                long pause = pauses.nextBackOff();
                if (pause == BackOffExecution.STOP) {
                    List<Creatable> never = left;
                    log.error(() -> "Gave up to create " + never);
                    return;
                }
                if (stopped.await(pause, TimeUnit.MILLISECONDS)) {
                    return;
                }
                left = create.apply(left);
            }
            log.info(() -> "There is by now: " + missing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (stopped.getCount() > 0) {
                log.error(e, () -> "Gave up to create " + missing);
            }
        }
    }

    /** Waits for the attempt under way for that time at most. */
    void stop(Duration time) {
        stopped.countDown();
        thread.interrupt();
        try {
            thread.join(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
