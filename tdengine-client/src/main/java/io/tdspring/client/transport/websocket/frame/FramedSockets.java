// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import io.tdspring.client.transport.DaemonThreads;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.engine.Receiver;
import io.tdspring.error.TdengineConnectionException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Opens, reads and watches the sockets of an engine. Thread-safe.
 *
 * <p>Every socket has a thread that reads it, for as long as the socket lives; one thread more watches them all. A message
 * of a server may be 128 MiB long.
 */
public final class FramedSockets implements AutoCloseable {

    private final Endpoint endpoint;
    private final Timeouts timeouts;
    private final ExecutorService threads;
    private final Heartbeat heartbeat;
    private final Set<Opening> openings = ConcurrentHashMap.newKeySet();

    public FramedSockets(Endpoint endpoint, Timeouts timeouts) {
        this.endpoint = endpoint;
        this.timeouts = timeouts;
        this.threads = DaemonThreads.named("tdengine-websocket-" + endpoint);
        this.heartbeat = new Heartbeat("tdengine-websocket-heartbeat-" + endpoint, timeouts);
    }

    /**
     * Opens a socket.
     *
     * @param receiver gets what arrives
     * @throws TdengineConnectionException that says how far it got
     */
    public OpenSocket open(Attempt attempt, Receiver receiver, Deadline deadline) {
        Opening opening = new Opening(endpoint, attempt);
        openings.add(opening);
        try {
            threads.execute(() -> read(opening, receiver));
            return opening.await(deadline);
        } catch (RejectedExecutionException e) {
            throw new TdengineConnectionException("this client's way to " + endpoint + " is closed", e);
        } finally {
            openings.remove(opening);
        }
    }

    private void read(Opening opening, Receiver receiver) {
        FramedSocket socket = opening.run(this::socket);
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

    private FramedSocket socket(Attempt.Upgraded upgraded) {
        return new FramedSocket(endpoint, upgraded, timeouts, threads);
    }

    /** Ends all sockets, and all attempts. Idempotent. */
    @Override
    public void close() {
        threads.shutdown();
        openings.forEach(Opening::cancel);
        heartbeat.close();
    }
}
