// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fuzz;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what the server logs about failures that nobody expected, which is how it tells of its own faults. */
final class SurpriseLog extends Handler implements AutoCloseable {

    // A logger that nobody holds would be collected together with this handler.
    private final Logger server = Logger.getLogger("io.tdspring.embedded");
    private final List<String> seen = new CopyOnWriteArrayList<>();

    SurpriseLog() {
        server.addHandler(this);
        server.setUseParentHandlers(false);
    }

    List<String> seen() {
        return seen;
    }

    @Override
    public void publish(LogRecord event) {
        if (event.getLevel().intValue() >= Level.SEVERE.intValue()) {
            Throwable cause = event.getThrown();
            seen.add(event.getMessage() + ": " + cause + at(cause));
        }
    }

    private static String at(Throwable cause) {
        return cause == null || cause.getStackTrace().length == 0 ? "" : " at " + List.of(cause.getStackTrace());
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        server.removeHandler(this);
        server.setUseParentHandlers(true);
    }
}
