// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

/**
 * How much may be on its way over one connection that carries many requests at a time. Immutable; both positive.
 *
 * @param bytesInFlight of requests not yet answered; who has another one waits for its turn, and a longer one has a turn of
 *     its own
 * @param lookAheadBytes of a result that have come and are unread, at which no more are asked for; one block may come behind
 */
public record FlowLimits(int bytesInFlight, int lookAheadBytes) {

    /** 8 MiB and 512 KiB. */
    public static final FlowLimits DEFAULT = new FlowLimits(8 << 20, 512 << 10);

    public FlowLimits {
        requirePositive("the most bytes in flight", bytesInFlight);
        requirePositive("the look-ahead in bytes", lookAheadBytes);
    }

    private static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be positive, not " + value);
        }
    }
}
