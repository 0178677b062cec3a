// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.util.Optional;
import org.springframework.util.backoff.BackOff;

/**
 * Decides what becomes of a row at which a listener failed. Called by the consumer's thread, which also does the waiting:
 * an implementation does not wait for the next attempt itself. One serves all consumers of a container, or of many, so it
 * is thread-safe. If it throws, that counts as {@link Decision#RETRY}.
 */
@FunctionalInterface
public interface ErrorHandler {

    /** Decides. */
    Decision onFailure(FailedDelivery failure);

    /**
     * The pauses between the attempts at this row, asked for at its first failure.
     *
     * @return empty for those of the {@link DeliveryPolicy}
     */
    default Optional<BackOff> backOff(FailedDelivery failure) {
        return Optional.empty();
    }

    /** What to do next. */
    enum Decision {
        /** Wait as the back-off says and hand the failed row on again, from memory as long as the message may be held. */
        RETRY,
        /** Wait likewise, then have the server deliver the message again, with the rows before the failed one. */
        REDELIVER,
        /** Give what failed up and go on behind it: it is lost to this group. */
        SKIP,
        /** Go on behind what failed: it is kept elsewhere. */
        RECOVERED,
        /** Stop the container; the message stays uncommitted and comes again after a restart. */
        STOP
    }

    /** Tries again without end, so that no message is ever lost. The default. */
    static ErrorHandler retryForever() {
        return failure -> Decision.RETRY;
    }
}
