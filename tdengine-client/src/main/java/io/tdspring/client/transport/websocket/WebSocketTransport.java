// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Feature;
import io.tdspring.client.transport.FlowLimits;
import io.tdspring.client.transport.Identity;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Transport;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** TDengine over WebSocket. Thread-safe. */
public final class WebSocketTransport implements Transport {

    private static final Set<Feature> WORKS = Set.of(Feature.SUBSCRIBE, Feature.BIND, Feature.SCHEMALESS);

    private final Endpoint endpoint;
    private final Identity identity;
    private final @Nullable String application;
    private final FlowLimits limits;
    private final WebSocketEngine engine;

    /**
     * @param settings says who logs in, under which name, and how much may be on its way
     * @param engine opens the sockets to this endpoint; closed with this
     */
    public WebSocketTransport(Endpoint endpoint, TransportSettings settings, WebSocketEngine engine) {
        this.endpoint = endpoint;
        this.identity = settings.identity();
        this.application = settings.application();
        this.limits = settings.flow();
        this.engine = engine;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public boolean supports(Feature feature) {
        return WORKS.contains(feature);
    }

    @Override
    public Connection connect(SessionState state, Duration timeout) {
        return WebSocketConnection.open(engine, endpoint, login(state), limits, Deadline.after(timeout));
    }

    @Override
    public Subscription openSubscription(Duration timeout) {
        return WebSocketSubscription.open(engine, endpoint, login(SessionState.NONE), limits, Deadline.after(timeout));
    }

    private Login login(SessionState state) {
        return new Login(identity, state, application);
    }

    @Override
    public void close() {
        engine.close();
    }
}
