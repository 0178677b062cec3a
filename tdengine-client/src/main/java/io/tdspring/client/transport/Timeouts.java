// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import java.time.Duration;

/**
 * How long to wait for the server. Immutable; all positive.
 *
 * @param connect for connecting in all, from looking up the name to logging in
 * @param request for each answer
 * @param keepAlive between two checks of an idle connection; a peer that is gone is noticed after two of them
 */
public record Timeouts(Duration connect, Duration request, Duration keepAlive) {

    public Timeouts {
        requirePositive("connect timeout", connect);
        requirePositive("request timeout", request);
        requirePositive("keep-alive interval", keepAlive);
    }

    private static void requirePositive(String what, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(what + " must be positive, not " + value);
        }
    }
}
