// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.websocket.TestedEngine;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import java.io.IOException;
import java.time.Duration;

/** An open socket between an engine and a raw server. */
public final class SocketTestBed implements AutoCloseable {

    public static final Duration LONG = Duration.ofSeconds(30);
    public static final Timeouts PATIENT = new Timeouts(LONG, LONG, LONG, LONG);

    public final RawServer server;
    public final WebSocketEngine engine;
    public final Received received = new Received();
    public final OpenSocket socket;
    public final RawPeer peer;

    public SocketTestBed(TestedEngine tested) throws InterruptedException {
        this(tested, plain(PATIENT), RawPeer::upgrade);
    }

    public SocketTestBed(TestedEngine tested, TransportSettings settings, RawServer.Greeting greeting)
            throws InterruptedException {
        server = new RawServer(greeting);
        engine = tested.open(server.endpoint(), settings);
        socket = engine.open("/ws", received, Deadline.after(LONG));
        peer = server.take();
    }

    static TransportSettings plain(Timeouts timeouts) {
        return TransportSettings.plain(new Credentials("root", "taosdata"), timeouts);
    }

    static TransportSettings compressing() {
        return new TransportSettings(new Credentials("root", "taosdata"), PATIENT, null, null, true);
    }

    public static Deadline soon() {
        return Deadline.after(LONG);
    }

    @Override
    public void close() throws IOException {
        engine.close();
        server.close();
    }
}
