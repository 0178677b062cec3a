// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import org.jspecify.annotations.Nullable;

/**
 * What a server offers at its paths.
 *
 * <p>Thread-safe; every method returns at once.
 */
public interface Endpoints {

    /** Answers an HTTP request, now or later. */
    void http(HttpCall call, HttpAnswer answer);

    /** A session for a new connection to a WebSocket path, or null if there is no such path. */
    @Nullable
    WebSocketSession webSocket(String path, Outbox outbox);

    /** Whether a path takes WebSocket connections. */
    boolean isWebSocket(String path);
}
