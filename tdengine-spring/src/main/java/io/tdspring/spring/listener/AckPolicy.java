// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import org.springframework.util.Assert;

/**
 * When a container commits. Immutable.
 *
 * @param count for {@link AckMode#COUNT} and {@link AckMode#COUNT_TIME}
 * @param time for {@link AckMode#TIME} and {@link AckMode#COUNT_TIME}
 */
public record AckPolicy(AckMode mode, int count, Duration time) {

    public AckPolicy {
        Assert.isTrue(count > 0, "the count of messages between commits must be positive");
        Assert.isTrue(!time.isNegative() && !time.isZero(), "the time between commits must be positive");
    }

    /** A mode with neither count nor time, or with 100 messages and 5 s. */
    public static AckPolicy of(AckMode mode) {
        return new AckPolicy(mode, 100, Duration.ofSeconds(5));
    }
}
