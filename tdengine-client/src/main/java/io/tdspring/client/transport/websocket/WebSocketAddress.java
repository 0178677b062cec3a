// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Endpoint;

/** Where a socket is opened: a server and one of its paths. Immutable. */
record WebSocketAddress(Endpoint endpoint, String path) {

    /** Sessions for statements. */
    static WebSocketAddress session(Endpoint endpoint) {
        return new WebSocketAddress(endpoint, "/ws");
    }

    /** Consumers, one for each socket. */
    static WebSocketAddress subscription(Endpoint endpoint) {
        return new WebSocketAddress(endpoint, "/rest/tmq");
    }

    @Override
    public String toString() {
        return endpoint + path;
    }
}
