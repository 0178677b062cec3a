// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import io.tdspring.client.transport.Timeouts;

/** Decides when a silent peer is asked for a sign of life, and when it is given up. Confined to the watching thread. */
final class Pulse {

    enum Verdict {
        FINE,
        ASK,
        GONE
    }

    private final long intervalNanos;
    private final long timeoutNanos;
    private boolean asked;
    private long askedNanos;

    Pulse(Timeouts timeouts) {
        this.intervalNanos = timeouts.pingInterval().toNanos();
        this.timeoutNanos = timeouts.pingTimeout().toNanos();
    }

    /** What to do at a moment; both are in the time of {@link System#nanoTime()}. */
    Verdict at(long nowNanos, long lastArrivalNanos) {
        if (asked && lastArrivalNanos - askedNanos > 0) {
            asked = false;
        }
        if (asked) {
            return nowNanos - askedNanos >= timeoutNanos ? Verdict.GONE : Verdict.FINE;
        }
        return nowNanos - lastArrivalNanos >= intervalNanos ? Verdict.ASK : Verdict.FINE;
    }

    /** To be called when the peer has been asked. */
    void asked(long nowNanos) {
        asked = true;
        askedNanos = nowNanos;
    }
}
