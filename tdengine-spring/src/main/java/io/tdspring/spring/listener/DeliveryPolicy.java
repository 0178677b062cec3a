// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What happens when a listener fails or the server is away. Immutable.
 *
 * @param errorHandler decides about a failed row
 * @param retryBackOff pauses between attempts at the same row
 * @param holdTime how long a failing message is kept before it is asked for again; well below the group's
 *     {@code max.poll.interval.ms} (300 s), or the server gives the vgroup to another consumer
 * @param reconnectBackOff pauses between attempts to reach the server
 */
public record DeliveryPolicy(
        ErrorHandler errorHandler, BackOff retryBackOff, Duration holdTime, BackOff reconnectBackOff) {

    /** Retries for ever, after 0.5 s to 10 s; reconnects for ever, after 0.5 s to 2 s. */
    public static DeliveryPolicy defaults() {
        return new DeliveryPolicy(
                ErrorHandler.retryForever(), growing(500, 10_000), Duration.ofMinutes(2), growing(500, 2_000));
    }

    private static BackOff growing(long firstMillis, long maxMillis) {
        ExponentialBackOff backOff = new ExponentialBackOff(firstMillis, 2);
        backOff.setMaxInterval(maxMillis);
        return backOff;
    }
}
