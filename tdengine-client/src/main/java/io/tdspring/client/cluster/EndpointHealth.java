// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.client.transport.Endpoint;
import io.tdspring.error.TdengineException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether one endpoint works, and what the log tells of it: a warning when it fails, but never more than one a minute, and
 * a line when it works again after a warning. Thread-safe.
 *
 * <p>All times are {@link System#nanoTime nanoseconds}.
 */
final class EndpointHealth {

    private static final Logger log = LoggerFactory.getLogger(EndpointHealth.class);

    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final Endpoint endpoint;
    private EndpointState state = EndpointState.UP; // guarded by this
    private long since; // guarded by this; when it was last known to work
    private boolean hasWarned; // guarded by this
    private long warned; // guarded by this; when, if it has
    private boolean isKnown; // guarded by this; whether the log tells of this outage

    EndpointHealth(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    synchronized EndpointState state() {
        return state;
    }

    /** A connection broke, which may have reasons of its own. */
    synchronized void broke(long now) {
        if (state == EndpointState.UP) {
            log.debug("a connection to {} broke", endpoint);
            state = EndpointState.SUSPECT;
            since = now;
        }
    }

    /** Connecting failed. */
    synchronized void failed(long now, TdengineException failure) {
        if (state == EndpointState.UP) {
            since = now;
        }
        if (state != EndpointState.DOWN) {
            isKnown = false;
        }
        if (hasWarned && now - warned < QUIET_NANOS) {
            log.debug("{} cannot be used: {}", endpoint, failure.getMessage());
        } else {
            warn(now, failure);
        }
        state = EndpointState.DOWN;
    }

    private void warn(long now, TdengineException failure) {
        if (state == EndpointState.DOWN) {
            log.warn("{} cannot be used since {}: {}", endpoint, text(now - since), failure.getMessage());
        } else {
            log.warn("{} cannot be used: {}", endpoint, failure.getMessage());
        }
        hasWarned = true;
        warned = now;
        isKnown = true;
    }

    /**
     * Connecting succeeded.
     *
     * @return whether it was not known to work
     */
    synchronized boolean works(long now) {
        EndpointState before = state;
        if (before == EndpointState.DOWN && isKnown) {
            log.info("{} can be used again, after {}", endpoint, text(now - since));
        }
        state = EndpointState.UP;
        return before != EndpointState.UP;
    }

    private static String text(long nanos) {
        Duration time = Duration.ofNanos(nanos);
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
