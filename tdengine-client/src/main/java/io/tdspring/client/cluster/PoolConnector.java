// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.client.transport.SessionState;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens the connections of one pool, one at a time. Thread-safe; it never holds its lock when it calls the pool. */
final class PoolConnector {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final Consumer<PooledConnection> whenMade;
    private final Consumer<PooledConnection> whenEnded;
    private @Nullable Attempt latest; // guarded by this
    private boolean paused; // guarded by this

    /**
     * @param whenMade gets a connection before those who wait for it
     * @param whenEnded gets a connection that has broken or been closed
     */
    PoolConnector(Cluster cluster, Consumer<PooledConnection> whenMade, Consumer<PooledConnection> whenEnded) {
        this.cluster = cluster;
        this.whenMade = whenMade;
        this.whenEnded = whenEnded;
    }

    /** The attempt under way to make a connection with this state, or else one that begins now. */
    synchronized Attempt attempt(SessionState state) {
        Attempt current = latest;
        if (current == null || current.isOver() || !current.state().equals(state)) {
            current = new Attempt(state);
            latest = current;
            current.start(cluster.threads(), this::connect, whenMade);
        }
        return current;
    }

    /** An attempt whose connection only who waits for it gets. */
    Attempt attemptAside(SessionState state) {
        Attempt aside = new Attempt(state);
        aside.start(cluster.threads(), this::connect, made -> {});
        return aside;
    }

    private PooledConnection connect(SessionState state) {
        try {
            MemberConnection made = cluster.connect(state);
            PooledConnection connection =
                    new PooledConnection(made, state, cluster.upkeep().nanoTime());
            made.connection().onEnd(() -> whenEnded.accept(connection));
            return connection;
        } catch (TdengineException e) {
            pause();
            throw e;
        }
    }

    // Whoever finds all connections busy would try again at once.
    private synchronized void pause() {
        if (!paused) {
            paused = true;
            cluster.upkeep().after(PAUSE, this::resume);
        }
    }

    private synchronized void resume() {
        paused = false;
    }

    /** Whether connecting failed a moment ago, so that nobody should try who has a connection. */
    synchronized boolean isPaused() {
        return paused;
    }

    /** Has all who wait for the attempt under way fail. */
    void giveUp() {
        Attempt current;
        synchronized (this) {
            current = latest;
        }
        if (current != null) {
            current.giveUp(new TdengineConnectionException("the client was closed while it connected", null));
        }
    }
}
