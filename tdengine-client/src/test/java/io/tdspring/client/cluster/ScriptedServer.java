// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Feature;
import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.ServerVersion;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Transport;
import io.tdspring.error.TdengineConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that is there or not, as a test wants. Thread-safe. */
final class ScriptedServer implements Transport {

    private final Endpoint endpoint;
    private final List<ScriptedConnection> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile TdengineConnectionException failure;
    private volatile CompletableFuture<Boolean> gate = CompletableFuture.completedFuture(true);

    ScriptedServer(String host) {
        this.endpoint = new Endpoint(host, 6041);
    }

    /** From now on connecting fails; connections that there are stay. */
    ScriptedServer goDown() {
        return fail(new TdengineConnectionException(endpoint + " refused the connection", null));
    }

    ScriptedServer fail(TdengineConnectionException e) {
        failure = e;
        return this;
    }

    ScriptedServer comeUp() {
        failure = null;
        return this;
    }

    /** From now on connecting waits for this. */
    void waitFor(CompletableFuture<Boolean> opened) {
        gate = opened;
    }

    /** How often somebody has begun to connect. */
    int attempts() {
        return attempts.get();
    }

    List<ScriptedConnection> open() {
        return connections.stream().filter(Connection::isOpen).toList();
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public boolean supports(Feature feature) {
        return false;
    }

    @Override
    public Connection connect(SessionState state, Duration timeout) {
        attempts.incrementAndGet();
        boolean unused = gate.join();
        if (failure != null) {
            throw failure;
        }
        ScriptedConnection connection = new ScriptedConnection();
        connections.add(connection);
        return connection;
    }

    @Override
    public Subscription openSubscription(Duration timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        connections.forEach(ScriptedConnection::close);
    }

    /** A connection that a test can break. */
    final class ScriptedConnection implements Connection {

        private final CompletableFuture<Boolean> end = new CompletableFuture<>();
        private volatile boolean silent;

        /** From now on an answer is missing, or no longer. */
        void setSilent(boolean missing) {
            silent = missing;
        }

        @Override
        public boolean isSilent() {
            return silent;
        }

        void breakOff() {
            end.complete(true);
        }

        @Override
        public Endpoint endpoint() {
            return endpoint;
        }

        @Override
        public ServerVersion serverVersion() {
            return new ServerVersion("3.3.7.5");
        }

        @Override
        public Result query(SqlRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return !end.isDone();
        }

        @Override
        public void onEnd(Runnable listener) {
            CompletableFuture<Void> unused = end.thenRun(listener);
        }

        @Override
        public void close() {
            end.complete(true);
        }
    }
}
