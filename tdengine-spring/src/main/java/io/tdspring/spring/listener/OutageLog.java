// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.log.LogAccessor;

/**
 * Says once that a consumer has lost its server, at most once a minute that it still has, and once that it is back.
 * Confined to one thread.
 */
final class OutageLog {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(OutageLog.class));
    private final String consumer;
    private @Nullable Long lastWarning;

    OutageLog(String consumer) {
        this.consumer = consumer;
    }

    void failed(RuntimeException cause) {
        long now = System.nanoTime();
        if (lastWarning == null || now - lastWarning >= INTERVAL.toNanos()) {
            lastWarning = now;
            log.warn(() -> consumer + " cannot receive, will go on trying: " + cause.getMessage());
        } else {
            log.debug(() -> consumer + " still cannot receive: " + cause.getMessage());
        }
    }

    /** What is missing may be missing for long, and is said once. */
    void waits(RuntimeException cause) {
        if (lastWarning == null) {
            failed(cause);
        } else {
            log.debug(() -> consumer + " still waits: " + cause.getMessage());
        }
    }

    void recovered() {
        if (lastWarning != null) {
            lastWarning = null;
            log.info(() -> consumer + " receives again");
        }
    }
}
