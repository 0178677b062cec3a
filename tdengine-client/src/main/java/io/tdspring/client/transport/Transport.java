// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import java.time.Duration;

/**
 * A way to reach one server.
 *
 * <p>Everything above this package is written once against it. A transport translates calls to its carrier, and the
 * carrier's failures to {@link io.tdspring.error.TdengineException}; it never retries, pools or caches. Thread-safe.
 */
public interface Transport extends AutoCloseable {

    Endpoint endpoint();

    /** Whether this carrier can do it. */
    boolean supports(Feature feature);

    /**
     * Connects and logs in.
     *
     * @param state what the session starts with; its database must exist
     * @param timeout for all of it, the lookup of the name included
     * @throws io.tdspring.error.TdengineConnectionException if the server cannot be reached, does not answer in time,
     *     refuses the user, or is too old
     */
    Connection connect(SessionState state, Duration timeout);

    /**
     * Connects for a subscription, which then has to be {@linkplain Subscription#join joined}.
     *
     * @param timeout as in {@link #connect}
     * @throws io.tdspring.error.UnsupportedFeatureException if {@link #supports} says no to {@link Feature#SUBSCRIBE}
     */
    Subscription openSubscription(Duration timeout);

    /** Closes all connections made by this; what is under way fails at once. Idempotent. */
    @Override
    void close();
}
