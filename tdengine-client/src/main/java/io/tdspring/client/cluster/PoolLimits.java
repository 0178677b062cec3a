// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import java.time.Duration;

/**
 * How many connections a pool keeps. Immutable.
 *
 * @param maxConnections at least 1
 * @param busyAt how many leases each connection must have before another one is opened
 * @param idleTimeout after which a connection without leases is closed, unless it is the last one
 */
public record PoolLimits(int maxConnections, int busyAt, Duration idleTimeout) {

    private static final int BUSY_AT = 32;

    public PoolLimits {
        if (maxConnections < 1 || busyAt < 1) {
            throw new IllegalArgumentException("a pool needs at least one connection, not " + maxConnections);
        }
        if (idleTimeout.isZero() || idleTimeout.isNegative()) {
            throw new IllegalArgumentException("the idle timeout must be positive, not " + idleTimeout);
        }
    }

    /** One connection, which is never closed for being idle. */
    public static PoolLimits single() {
        return of(1, Duration.ofDays(1));
    }

    /** Another connection is opened when all have 32 leases: fewer, busier sockets take and send more at a time. */
    public static PoolLimits of(int maxConnections, Duration idleTimeout) {
        return new PoolLimits(maxConnections, BUSY_AT, idleTimeout);
    }
}
