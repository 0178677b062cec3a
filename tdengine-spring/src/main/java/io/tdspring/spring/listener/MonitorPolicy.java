// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import org.springframework.util.Assert;

/**
 * How a container looks after its consumers. Immutable.
 *
 * @param interval how often it looks
 * @param noPollThreshold after how many intervals without a poll a consumer counts as not responsive; an interval is this one
 *     or the timeout of a poll, whichever is longer
 */
public record MonitorPolicy(Duration interval, double noPollThreshold) {

    /**
     * A policy.
     *
     * @throws IllegalArgumentException if the interval is not positive, or the threshold less than 1
     */
    public MonitorPolicy {
        Assert.isTrue(interval.compareTo(Duration.ZERO) > 0, "the monitor's interval must be positive");
        Assert.isTrue(noPollThreshold >= 1, "the no-poll threshold must be 1 or more");
    }

    /** Each 30 s; three of these without a poll are too many. */
    public static MonitorPolicy defaults() {
        return new MonitorPolicy(Duration.ofSeconds(30), 3);
    }

    /** How long a consumer may be silent whose polls wait for that time. */
    Duration longestSilence(Duration pollTimeout) {
        Duration longer = interval.compareTo(pollTimeout) > 0 ? interval : pollTimeout;
        return Duration.ofNanos((long) (longer.toNanos() * noPollThreshold));
    }
}
