// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.engine;

import io.tdspring.client.transport.Deadline;

/**
 * Opens WebSockets (RFC 6455) to one server. Thread-safe.
 *
 * <p>An engine watches its sockets by itself: one that has been silent for the ping interval is pinged, and if nothing
 * arrives within the ping timeout it is ended.
 */
public interface WebSocketEngine extends AutoCloseable {

    /**
     * Opens a socket: TCP, proxy, TLS and the HTTP upgrade.
     *
     * @param path with its query, if there is one; the query may hold a secret, so no log and no message shows it
     * @param receiver gets what arrives; nothing before this returns
     * @throws io.tdspring.error.TdengineConnectionException that says how far it got
     */
    OpenSocket open(String path, Receiver receiver, Deadline deadline);

    /** Ends all sockets without a word. Idempotent. */
    @Override
    void close();
}
