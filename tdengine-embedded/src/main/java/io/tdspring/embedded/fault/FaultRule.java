// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fault;

/**
 * A fault, the requests that meet it, and how many of them do.
 *
 * <p>Immutable.
 *
 * @param occasion which requests
 * @param fault what happens to them
 * @param times to how many of them, at least one
 */
public record FaultRule(Occasion occasion, Fault fault, int times) {

    /** Checks the number. */
    public FaultRule {
        if (times < 1) {
            throw new IllegalArgumentException("A rule applies at least once, not " + times + " times");
        }
    }

    /** A rule for the next request of its kind alone. */
    public static FaultRule once(Occasion occasion, Fault fault) {
        return new FaultRule(occasion, fault, 1);
    }

    /** A rule for all requests of its kind until it is disarmed. */
    public static FaultRule always(Occasion occasion, Fault fault) {
        return new FaultRule(occasion, fault, Integer.MAX_VALUE);
    }
}
