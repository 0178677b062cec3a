// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next of several attempts: 1 s, then twice as long each time, at most 60 s. Immutable. */
record BackOff(RandomGenerator random) {

    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 60_000;
    private static final int DOUBLINGS = 6;

    /**
     * The time before the next attempt: at least half of what it is nominally, so that many clients do not come at once.
     *
     * @param failures how many attempts have failed in a row
     */
    Duration before(int failures) {
        long nominal = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, DOUBLINGS));
        return Duration.ofMillis(nominal / 2 + random.nextLong(nominal / 2 + 1));
    }
}
