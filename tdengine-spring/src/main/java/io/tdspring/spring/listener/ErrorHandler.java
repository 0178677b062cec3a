// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqMessage;

/**
 * Decides what becomes of a message at which the listener failed: a pure decision, without state and without waiting.
 * Thread-safe.
 */
@FunctionalInterface
public interface ErrorHandler {

    /**
     * Decides.
     *
     * @param attempt how often the listener has failed at this row, from 1
     */
    Decision onFailure(TmqMessage message, ListenerFailedException failure, int attempt);

    /** What to do next. */
    enum Decision {
        /** Wait as the back-off says and hand the failed row on again. */
        RETRY,
        /** Give the failed row up (of a batch: the message) and go on behind it. */
        SKIP,
        /** Stop the container; the message stays uncommitted and comes again after a restart. */
        STOP
    }

    /** Tries again without end, so that no message is ever lost. The default. */
    static ErrorHandler retryForever() {
        return (message, failure, attempt) -> Decision.RETRY;
    }
}
