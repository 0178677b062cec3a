// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.direct;

import io.tdspring.client.transport.DaemonThreads;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.engine.Receiver;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.error.TdengineConnectionException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Opens WebSockets that speak RFC 6455, and RFC 7692 if messages may be compressed, over blocking sockets. Thread-safe.
 *
 * <p>Every socket has a thread that reads it, for as long as the socket lives; one thread more watches them all. A message
 * of a server may be 128 MiB long.
 */
public final class DirectEngine implements WebSocketEngine {

    private final Endpoint endpoint;
    private final TransportSettings settings;
    private final ExecutorService threads;
    private final Heartbeat heartbeat;
    private final Set<Opening> openings = ConcurrentHashMap.newKeySet();

    public DirectEngine(Endpoint endpoint, TransportSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.threads = DaemonThreads.named("tdengine-websocket-" + endpoint);
        this.heartbeat = new Heartbeat("tdengine-websocket-heartbeat-" + endpoint, settings.timeouts());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the path does not begin with a slash, or is not in printable ASCII
     */
    @Override
    public OpenSocket open(String path, Receiver receiver, Deadline deadline) {
        Upgrade upgrade = new Upgrade(endpoint, path, settings.compression());
        Opening opening = new Opening(new Dial(endpoint, settings, deadline), upgrade);
        openings.add(opening);
        try {
            threads.execute(() -> read(opening, receiver));
            return opening.await(deadline, "connecting to " + endpoint);
        } catch (RejectedExecutionException e) {
            throw new TdengineConnectionException("this client's way to " + endpoint + " is closed", e);
        } finally {
            openings.remove(opening);
        }
    }

    private void read(Opening opening, Receiver receiver) {
        DirectSocket socket = opening.run(this::socket);
        if (socket == null) {
            return;
        }
        heartbeat.watch(socket);
        try {
            socket.read(receiver);
        } finally {
            heartbeat.forget(socket);
        }
    }

    private DirectSocket socket(Carrier carrier, Compression compression) {
        return new DirectSocket(endpoint, carrier, compression, settings.timeouts(), threads);
    }

    @Override
    public void close() {
        threads.shutdown();
        openings.forEach(Opening::cancel);
        heartbeat.close();
    }
}
