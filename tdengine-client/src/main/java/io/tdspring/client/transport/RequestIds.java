// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids for requests: positive, never repeated within a process, and hardly ever among processes, so that one can be
 * found in the server's log. Thread-safe.
 */
public final class RequestIds {

    private static final int COUNTER_BITS = 32;
    private static final AtomicLong NEXT = new AtomicLong(start());

    private RequestIds() {}

    private static long start() {
        long process = new SecureRandom().nextLong() & (Long.MAX_VALUE >>> 1);
        return (process >>> COUNTER_BITS << COUNTER_BITS) + 1;
    }

    public static long next() {
        return NEXT.getAndIncrement();
    }

    /** As messages and logs show an id. */
    public static String text(long requestId) {
        return Long.toUnsignedString(requestId);
    }
}
