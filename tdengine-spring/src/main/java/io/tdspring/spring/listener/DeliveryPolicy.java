// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import java.util.Optional;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What happens when a listener fails or the server is away. Immutable.
 *
 * @param errorHandler decides about a failed row
 * @param retryBackOff pauses between attempts at the same row, unless the error handler has its own; when it has no more,
 *     the last one is repeated: only the error handler ends the attempts
 * @param holdTime how long after a poll a failing message is kept before it is asked for again, and the longest pause between
 *     attempts; well below the group's {@code max.poll.interval.ms} (300 s), or the server gives the vgroup to another consumer
 * @param reconnectBackOff pauses between attempts to reach the server
 */
public record DeliveryPolicy(
        ErrorHandler errorHandler, BackOff retryBackOff, Duration holdTime, BackOff reconnectBackOff) {

    /** Retries for ever, after 0.5 s to 10 s; reconnects for ever, after 0.5 s to 2 s. */
    public static DeliveryPolicy defaults() {
        return new DeliveryPolicy(
                ErrorHandler.retryForever(), growing(500, 10_000), Duration.ofMinutes(2), growing(500, 2_000));
    }

    /** The same with another error handler. */
    public DeliveryPolicy withErrorHandler(ErrorHandler newErrorHandler) {
        return new DeliveryPolicy(newErrorHandler, retryBackOff, holdTime, reconnectBackOff);
    }

    /**
     * Why this does not go with a consumer that must poll so often, in words for a log; empty if it does.
     *
     * @param maxPollInterval the group's {@code max.poll.interval.ms}
     */
    public Optional<String> objection(Duration maxPollInterval) {
        return holdTime.compareTo(maxPollInterval) < 0
                ? Optional.empty()
                : Optional.of("keeps a failing message for up to " + holdTime + ", but max.poll.interval.ms is "
                        + maxPollInterval.toMillis() + ": the server will take its vgroups away in between");
    }

    private static BackOff growing(long firstMillis, long maxMillis) {
        ExponentialBackOff backOff = new ExponentialBackOff(firstMillis, 2);
        backOff.setMaxInterval(maxMillis);
        return backOff;
    }
}
