// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Transport;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.rest.RestTransport;
import io.tdspring.client.transport.websocket.WebSocketTransport;
import io.tdspring.client.transport.websocket.direct.DirectEngine;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.client.transport.websocket.okhttp.OkHttpEngine;

/** The one place that names the carriers and their engines. */
final class Transports {

    private Transports() {}

    /**
     * @param engine for WebSocket alone
     */
    static Transport open(
            TransportType type, WebSocketEngineType engine, Endpoint endpoint, TransportSettings settings) {
        return switch (type) {
            case WEBSOCKET -> new WebSocketTransport(endpoint, settings, engine(engine, endpoint, settings));
            case REST -> new RestTransport(endpoint, settings);
        };
    }

    private static WebSocketEngine engine(WebSocketEngineType type, Endpoint endpoint, TransportSettings settings) {
        return switch (type) {
            case OKHTTP -> new OkHttpEngine(endpoint, settings);
            case AUTO, DIRECT -> new DirectEngine(endpoint, settings);
        };
    }
}
