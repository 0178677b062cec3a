// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.Transport;
import io.tdspring.client.transport.rest.RestTransport;
import io.tdspring.client.transport.websocket.WebSocketTransport;

/** The one place that names the carriers. */
final class Transports {

    private Transports() {}

    static Transport open(TransportType type, Endpoint endpoint, Credentials credentials, Timeouts timeouts) {
        return switch (type) {
            case WEBSOCKET -> new WebSocketTransport(endpoint, credentials, timeouts);
            case REST -> new RestTransport(endpoint, credentials, timeouts);
        };
    }
}
