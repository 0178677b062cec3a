// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.direct;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.engine.Receiver;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.client.transport.websocket.frame.FramedSockets;
import io.tdspring.client.transport.websocket.frame.Upgrade;

/** Opens WebSockets over blocking sockets, and nothing else. Thread-safe. */
public final class DirectEngine implements WebSocketEngine {

    private final Endpoint endpoint;
    private final TransportSettings settings;
    private final FramedSockets sockets;

    public DirectEngine(Endpoint endpoint, TransportSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.sockets = new FramedSockets(endpoint, settings.timeouts());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the path does not begin with a slash, or is not in printable ASCII
     */
    @Override
    public OpenSocket open(String path, Receiver receiver, Deadline deadline) {
        Upgrade upgrade = new Upgrade(endpoint, path, settings.compression());
        Dial dial = new Dial(endpoint, settings, deadline);
        return sockets.open(new DirectAttempt(dial, upgrade), receiver, deadline);
    }

    @Override
    public void close() {
        sockets.close();
    }
}
