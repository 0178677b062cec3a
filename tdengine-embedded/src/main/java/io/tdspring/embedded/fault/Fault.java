// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fault;

import java.time.Duration;

/**
 * What happens to a request instead of, or apart from, its being answered.
 *
 * <p>Immutable.
 */
public sealed interface Fault {

    /** The request waits so long before it is carried out; requests that come after it do not wait for it. */
    static Fault delay(Duration delay) {
        return new Delay(delay);
    }

    /** The connection ends, without a WebSocket close frame, and the request is not carried out. */
    static Fault cutBefore() {
        return Cut.BEFORE;
    }

    /** The request is carried out, and the connection ends where the answer should have come. */
    static Fault cutAfter() {
        return Cut.AFTER;
    }

    /**
     * The connection freezes: it stays open, its bytes go nowhere, and nothing is answered, pings neither. The request is
     * carried out; its answer and all that follows come when the faults are cleared.
     */
    static Fault freeze() {
        return Freeze.CONNECTION;
    }

    /**
     * The answer is this error, and the request is not carried out.
     *
     * @param code as TDengine's documents have it, from 1 to 0xffff
     * @param message what the client is told with it
     */
    static Fault error(int code, String message) {
        return new Refusal(code, message);
    }

    /**
     * See {@link Fault#delay}.
     *
     * @param by zero or more
     */
    record Delay(Duration by) implements Fault {

        public Delay {
            if (by.isNegative()) {
                throw new IllegalArgumentException("A delay cannot be negative: " + by);
            }
        }
    }

    /** See {@link Fault#cutBefore} and {@link Fault#cutAfter}. */
    enum Cut implements Fault {
        BEFORE,
        AFTER
    }

    /** See {@link Fault#freeze}. */
    enum Freeze implements Fault {
        CONNECTION
    }

    /** See {@link Fault#error}. */
    record Refusal(int code, String message) implements Fault {

        private static final int MAX_CODE = 0xffff;

        public Refusal {
            if (code < 1 || code > MAX_CODE) {
                throw new IllegalArgumentException("An error code is from 1 to 0xffff, not " + code);
            }
        }
    }
}
