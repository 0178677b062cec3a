// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.RequestNotSentException;
import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.SessionState;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections of one session state, shared by all threads. Thread-safe.
 *
 * <p>A request goes over the open connection that the fewest use, but over none that is silent: on which an answer has not
 * come in time and nothing has come since. If all are silent another one is opened, in place of one if need be. When all
 * are busy another one is opened in the background; nobody waits for a connection while there is one that works.
 * Connections that have long been idle are closed, except the last: so the next request finds a connection, whose pings
 * have told whether the server is there.
 *
 * <p>Only what was certainly not sent is sent once more, over another connection.
 */
public final class ConnectionPool implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ConnectionPool.class);

    private static final int KEPT = 1;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final PoolLimits limits;
    private final PoolConnector connector;
    private final PooledConnections connections = new PooledConnections(); // guarded by this
    private SessionState state; // guarded by this
    private boolean idleCheckDue; // guarded by this
    private boolean closed; // guarded by this

    ConnectionPool(Cluster cluster, SessionState state, PoolLimits limits) {
        this.cluster = cluster;
        this.state = state;
        this.limits = limits;
        this.connector = new PoolConnector(cluster, this::add, this::retire);
    }

    /**
     * Does something on a connection, and gives the connection back.
     *
     * @param deadline for connecting, if need be
     * @param task if it fails because its request was not sent, it is done once more
     * @throws TdengineConnectionException if there is no connection
     * @throws IllegalStateException if this has been closed
     */
    public <T> T run(Deadline deadline, Function<Connection, T> task) {
        return lend(deadline, lease -> {
            T done = task.apply(lease.connection());
            lease.close();
            return done;
        });
    }

    /**
     * As {@link #run}, but the connection stays lent: what the task returns has to close the lease, whatever happens, when
     * it needs the connection no more. If the task fails, the lease is closed here.
     */
    public <T> T lend(Deadline deadline, Function<Lease, T> task) {
        try {
            return lendOnce(deadline, task);
        } catch (RequestNotSentException e) {
            log.debug("a request goes over another connection", e);
            return lendOnce(deadline, task);
        }
    }

    /** As {@link #run} for a query; the connection is given back when the result has been read or closed. */
    public Result query(Deadline deadline, Function<Connection, Result> query) {
        return lend(deadline, lease -> LeasedResult.of(query.apply(lease.connection()), lease));
    }

    private <T> T lendOnce(Deadline deadline, Function<Lease, T> task) {
        Lease lease = lease(deadline);
        try {
            return task.apply(lease);
        } catch (RequestNotSentException e) {
            // Its end may not have been noticed yet.
            retire(lease.pooled());
            lease.close();
            throw e;
        } catch (TdengineConnectionException e) {
            // Over REST no connection ends by itself: the server may be gone all the same.
            if (ConnectFailures.isOutage(e)) {
                retire(lease.pooled());
                cluster.broke(lease.pooled().member());
            }
            lease.close();
            throw e;
        } catch (RuntimeException | Error e) {
            lease.close();
            throw e;
        }
    }

    private Lease lease(Deadline deadline) {
        while (true) {
            Attempt awaited;
            synchronized (this) {
                requireNotClosed();
                PooledConnection free = connections.leastUsed();
                if (free != null) {
                    return lease(free);
                }
                awaited = replacement();
            }
            PooledConnection made = awaited.await(deadline);
            if (!made.isOpen() && !isRetired(made)) {
                throw new RequestNotSentException(
                        "the connection to " + made.connection().endpoint() + " ended as soon as it was made", 0, null);
            }
        }
    }

    private Attempt replacement() {
        int surplus = connections.size() + 1 - limits.maxConnections();
        for (PooledConnection silent : connections.leastUsed(PooledConnection::isSilent, surplus)) {
            retire(silent);
            cluster.broke(silent.member());
        }
        return connector.attempt(state);
    }

    private void requireNotClosed() {
        if (closed) {
            throw new IllegalStateException("the client is closed");
        }
    }

    private Lease lease(PooledConnection connection) {
        connection.lend();
        boolean busy = connection.leases() > limits.busyAt();
        if (busy && connections.size() < limits.maxConnections() && !connector.isPaused()) {
            Attempt unused = connector.attempt(state);
        }
        return new Lease(this, connection);
    }

    private void add(PooledConnection made) {
        synchronized (this) {
            if (!closed && made.state().equals(state)) {
                connections.add(made);
                checkIdleLater();
                return;
            }
            made.retire();
        }
        made.close();
    }

    private synchronized boolean isRetired(PooledConnection connection) {
        return connection.isRetired();
    }

    void giveBack(PooledConnection connection) {
        boolean over;
        synchronized (this) {
            over = connections.takeBack(connection, cluster.upkeep().nanoTime());
            checkIdleLater();
        }
        if (over) {
            cluster.close(connection);
        }
    }

    private void checkIdleLater() {
        if (!idleCheckDue && connections.size() > KEPT) {
            idleCheckDue = true;
            cluster.upkeep().after(limits.idleTimeout(), this::closeIdle);
        }
    }

    private synchronized void closeIdle() {
        idleCheckDue = false;
        long now = cluster.upkeep().nanoTime();
        retireSome(connection -> connection.hasIdled(limits.idleTimeout(), now), connections.size() - KEPT);
        checkIdleLater();
    }

    /**
     * Retires connections to a server, those first that the fewest use.
     *
     * @param most how many at most
     * @return how many
     */
    int retire(Member member, int most) {
        return retireSome(connection -> connection.member() == member, most);
    }

    private synchronized int retireSome(Predicate<PooledConnection> which, int most) {
        List<PooledConnection> chosen = connections.leastUsed(which, most);
        retire(chosen::contains);
        return chosen.size();
    }

    private void retire(PooledConnection one) {
        retire(connection -> connection == one);
    }

    private synchronized void retire(Predicate<PooledConnection> which) {
        connections.retire(which).forEach(cluster::close);
    }

    /**
     * Has all requests from now on go over connections with another database. What is under way ends where it is.
     *
     * @throws TdengineException if there is no such database, or no connection; everything stays as it is then
     */
    public void useDatabase(String database, Deadline deadline) {
        Attempt change;
        synchronized (this) {
            requireNotClosed();
            change = connector.attemptAside(state.withDatabase(database));
        }
        PooledConnection made;
        try {
            made = change.await(deadline);
        } catch (TdengineException e) {
            change.discard();
            throw e;
        }
        synchronized (this) {
            state = made.state();
        }
        add(made);
        retire(connection -> !connection.state().equals(made.state()));
    }

    /** What requests from now on start with. */
    public synchronized SessionState state() {
        return state;
    }

    /** A connection that works now, or null; it may be closed at any time. */
    public synchronized @Nullable Connection ifOpen() {
        PooledConnection open = connections.leastUsed();
        return open == null ? null : open.connection();
    }

    /** The numbers now. */
    public synchronized PoolStatus status() {
        return new PoolStatus(connections.size(), connections.leases());
    }

    /** Closes the connections; who waits for one fails at once. Idempotent. */
    @Override
    public void close() {
        List<PooledConnection> open;
        synchronized (this) {
            closed = true;
            connector.giveUp();
            open = connections.removeAll();
        }
        cluster.forget(this);
        closeAll(open);
    }

    private void closeAll(List<PooledConnection> open) {
        CompletableFuture<Void> all = CompletableFuture.allOf(open.stream()
                .map(connection -> CompletableFuture.runAsync(connection::close, cluster.threads()))
                .toArray(CompletableFuture<?>[]::new));
        try {
            Void unused = Deadline.after(CLOSE_TIMEOUT).await(all, "the end of the connections");
        } catch (TimeoutException e) {
            log.debug("not all connections said good-bye within {}", CLOSE_TIMEOUT);
        } catch (TdengineException e) {
            log.warn("connections were not closed in order: {}", e.getMessage());
        }
    }
}
