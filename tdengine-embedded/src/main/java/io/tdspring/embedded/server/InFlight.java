// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

/**
 * Counts the requests of one connection that have come and are not done, and reads no more from the connection while there
 * are too many. What has been read by then still comes, so there may be a few more.
 *
 * <p>Thread-safe.
 */
public final class InFlight {

    private static final int MOST = 256;

    private final Line line;

    // Guarded by this.
    private int count;
    private boolean isFull;

    public InFlight(Line line) {
        this.line = line;
    }

    /** A request has come. */
    public synchronized void begin() {
        count++;
        if (count >= MOST && !isFull) {
            isFull = true;
            line.pauseReading();
        }
    }

    /** A request is done. */
    public synchronized void end() {
        count--;
        // Not at the first free place: reading is turned on and off seldom, and several requests at once are read.
        if (isFull && count <= MOST / 2) {
            isFull = false;
            line.resumeReading();
        }
    }
}
