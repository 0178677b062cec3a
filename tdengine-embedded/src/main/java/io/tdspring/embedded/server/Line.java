// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import java.time.Duration;

/**
 * The connection that carries requests and answers, for what is done to it as a whole.
 *
 * <p>Thread-safe and never waits; after the connection has ended nothing happens.
 */
public interface Line {

    /** Ends the connection without a word. */
    void cut();

    /** Neither reads nor sends any more, and keeps the connection. */
    void freeze();

    /** Takes no more requests for now; answers go out. */
    void pauseReading();

    /** Takes requests again. */
    void resumeReading();

    /** Does something later on the connection's event loop, unless the connection ends before. */
    void later(Duration delay, Runnable action);
}
