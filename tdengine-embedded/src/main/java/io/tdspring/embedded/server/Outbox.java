// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import java.nio.ByteBuffer;

/**
 * Where a WebSocket session's messages go.
 *
 * <p>Thread-safe and never waits; after the connection has ended messages are dropped.
 */
public interface Outbox {

    /** The connection. */
    Line line();

    void text(String json);

    /** Sends the bytes between position and limit, which must not change afterwards. */
    void binary(ByteBuffer frame);

    /** Ends the connection behind what was sent before. */
    void close();
}
