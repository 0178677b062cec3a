// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import org.springframework.util.Assert;

/**
 * What a container does when a consumer cannot join its group. Immutable.
 *
 * @param startupFailure what a failure at the container's start does; a later one never ends it
 * @param startupTimeout how long a start with {@link StartupFailurePolicy#STOP} waits for all consumers
 */
public record JoinPolicy(StartupFailurePolicy startupFailure, Duration startupTimeout) {

    public JoinPolicy {
        Assert.isTrue(startupTimeout.toNanos() > 0, "the time that a start may take must be positive");
    }

    /** Tries again for ever; {@code STOP}, if chosen, waits for 30 s. */
    public static JoinPolicy defaults() {
        return new JoinPolicy(StartupFailurePolicy.RETRY, Duration.ofSeconds(30));
    }

    /** The same with another policy for failures at the start. */
    public JoinPolicy withStartupFailure(StartupFailurePolicy newPolicy) {
        return new JoinPolicy(newPolicy, startupTimeout);
    }

    /** The same with another time for a start. */
    public JoinPolicy withStartupTimeout(Duration newTimeout) {
        return new JoinPolicy(startupFailure, newTimeout);
    }
}
