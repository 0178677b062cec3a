// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import java.nio.ByteBuffer;

/**
 * The server's side of one WebSocket connection.
 *
 * <p>Called by the connection's one event loop thread; every method returns at once and does its work elsewhere.
 */
public interface WebSocketSession {

    /** A text message. */
    void text(String message);

    /** A binary message, which is the session's own. */
    void binary(ByteBuffer message);

    /** The connection has ended: everything of it is dropped. */
    void close();
}
