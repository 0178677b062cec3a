// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fault;

import java.time.Duration;

/**
 * A rule that a server follows.
 *
 * <p>Thread-safe.
 */
public interface ArmedFault {

    /** How many requests have met the fault. */
    int hits();

    /**
     * Waits until so many requests have met the fault.
     *
     * @return false if they have not in time
     */
    boolean awaitHits(int count, Duration timeout) throws InterruptedException;

    /** Has requests to come spared; does nothing the second time. */
    void disarm();
}
