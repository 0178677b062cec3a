// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Feature;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Transport;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import java.time.Duration;

/** TDengine over WebSocket. Thread-safe. */
public final class WebSocketTransport implements Transport {

    private final Endpoint endpoint;
    private final Credentials credentials;
    private final WebSocketEngine engine;

    /**
     * @param engine opens the sockets to this endpoint; closed with this
     */
    public WebSocketTransport(Endpoint endpoint, Credentials credentials, WebSocketEngine engine) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.engine = engine;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public boolean supports(Feature feature) {
        return feature == Feature.SUBSCRIBE;
    }

    @Override
    public Connection connect(SessionState state, Duration timeout) {
        return WebSocketConnection.open(engine, endpoint, new Login(credentials, state), Deadline.after(timeout));
    }

    @Override
    public Subscription openSubscription(Duration timeout) {
        return WebSocketSubscription.open(engine, endpoint, credentials, Deadline.after(timeout));
    }

    @Override
    public void close() {
        engine.close();
    }
}
