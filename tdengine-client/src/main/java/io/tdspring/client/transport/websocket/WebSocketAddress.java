// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.CloudToken;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Identity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a socket is opened: a server and one of its paths. Immutable; its text does not show the query.
 *
 * @param query behind the path, from the question mark on; empty if there is none
 */
record WebSocketAddress(Endpoint endpoint, String path, String query) {

    /** Sessions for statements. */
    static WebSocketAddress session(Endpoint endpoint, Identity identity) {
        return new WebSocketAddress(endpoint, "/ws", query(identity));
    }

    /** Consumers, one for each socket. */
    static WebSocketAddress subscription(Endpoint endpoint, Identity identity) {
        return new WebSocketAddress(endpoint, "/rest/tmq", query(identity));
    }

    private static String query(Identity identity) {
        return identity instanceof CloudToken cloud
                ? "?token="
                        + URLEncoder.encode(cloud.token(), StandardCharsets.UTF_8)
                                .replace("+", "%20")
                : "";
    }

    /** What the HTTP request asks for. */
    String target() {
        return path + query;
    }

    @Override
    public String toString() {
        return endpoint + path;
    }
}
