// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import java.time.Duration;

/**
 * How long to wait for the server. Immutable; all positive.
 *
 * @param connect for connecting in all, from looking up the name to logging in
 * @param request for each answer
 * @param pingInterval how long a socket may be silent before it is asked for a sign of life
 * @param pingTimeout how long the sign of life may take; then the socket is given up
 */
public record Timeouts(Duration connect, Duration request, Duration pingInterval, Duration pingTimeout) {

    public Timeouts {
        requirePositive("connect timeout", connect);
        requirePositive("request timeout", request);
        requirePositive("ping interval", pingInterval);
        requirePositive("ping timeout", pingTimeout);
    }

    private static void requirePositive(String what, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(what + " must be positive, not " + value);
        }
    }
}
