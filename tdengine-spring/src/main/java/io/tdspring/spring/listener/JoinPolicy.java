// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * What a container does when a consumer cannot join its group. Immutable.
 *
 * @param startupFailure what a failure at the container's start does
 * @param startupTimeout how long a start with {@link StartupFailurePolicy#STOP} waits for all consumers
 * @param missingTopics what to do about a topic that does not exist
 * @param authRetryInterval the pause before the next attempt when the server has refused the login; null to end the container
 *     then, at its start or later: attempts with a wrong password may lock a user out
 */
public record JoinPolicy(
        StartupFailurePolicy startupFailure,
        Duration startupTimeout,
        MissingTopics missingTopics,
        @Nullable Duration authRetryInterval) {

    public JoinPolicy {
        Assert.isTrue(
                authRetryInterval == null || authRetryInterval.toNanos() > 0,
                "the pause after a refused login must be positive");
        Assert.isTrue(startupTimeout.toNanos() > 0, "the time that a start may take must be positive");
    }

    /** Tries again for ever, unless the login is refused; {@code STOP}, if chosen, waits for 30 s. */
    public static JoinPolicy defaults() {
        return new JoinPolicy(StartupFailurePolicy.RETRY, Duration.ofSeconds(30), MissingTopics.FAIL, null);
    }

    /** The same with another policy for failures at the start. */
    public JoinPolicy withStartupFailure(StartupFailurePolicy newPolicy) {
        return new JoinPolicy(newPolicy, startupTimeout, missingTopics, authRetryInterval);
    }

    /** The same with another time for a start. */
    public JoinPolicy withStartupTimeout(Duration newTimeout) {
        return new JoinPolicy(startupFailure, newTimeout, missingTopics, authRetryInterval);
    }

    /** The same with another pause after a refused login. */
    public JoinPolicy withAuthRetryInterval(@Nullable Duration newInterval) {
        return new JoinPolicy(startupFailure, startupTimeout, missingTopics, newInterval);
    }

    /** The same with another way with missing topics. */
    public JoinPolicy withMissingTopics(MissingTopics newMissingTopics) {
        return new JoinPolicy(startupFailure, startupTimeout, newMissingTopics, authRetryInterval);
    }
}
