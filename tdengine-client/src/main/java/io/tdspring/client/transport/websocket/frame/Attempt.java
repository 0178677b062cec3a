// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import io.tdspring.client.transport.ConnectProgress;
import java.io.IOException;

/** One attempt to reach a server: TCP, proxy, TLS and the HTTP upgrade. */
public interface Attempt {

    /**
     * Connects, and has the server switch to WebSocket; called once, on the thread that is going to read the socket.
     *
     * @throws IOException if it fails or is cancelled; what it has reached so far is ended by {@link #cancel()}
     */
    Upgraded connect() throws IOException;

    /** Ends the attempt, and what it has reached so far; may be called by any thread, and more than once. */
    void cancel();

    /** How far it has got. */
    ConnectProgress progress();

    /**
     * What an attempt has reached.
     *
     * @param carrier on which nothing but WebSocket follows
     */
    record Upgraded(Carrier carrier, Compression compression) {}
}
