// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.client.cluster.Member.Purpose;
import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.DaemonThreads;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Feature;
import io.tdspring.client.transport.ServerVersion;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Transport;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.UnsupportedFeatureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers of one client. Thread-safe.
 *
 * <p>What is new goes to the server that works and has the fewest connections, the first of several in the order given. A
 * server where connecting failed, or a connection broke, is passed over while there are others, and probed in the
 * background until connecting and logging in succeed.
 */
public final class Cluster implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    private static final ServerVersion ZONES_SINCE = new ServerVersion("3.3.5.0");

    private final List<Member> members;
    private final Duration connectTimeout;
    private final Upkeep upkeep;
    private final BackOff backOff = new BackOff(RandomGenerator.getDefault());
    private final ExecutorService threads = DaemonThreads.named("tdengine-connect");
    private final List<ConnectionPool> pools = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /**
     * @param transports in the order in which servers with equally many connections are chosen; closed with this
     * @param connectTimeout for an attempt to connect, over all servers
     */
    public Cluster(List<Transport> transports, Duration connectTimeout) {
        this(transports, connectTimeout, new UpkeepThread());
    }

    Cluster(List<Transport> transports, Duration connectTimeout, Upkeep upkeep) {
        this.members = transports.stream().map(Member::new).toList();
        this.connectTimeout = connectTimeout;
        this.upkeep = upkeep;
    }

    /** A pool of connections to these servers, empty at first. Closed with this at the latest. */
    public ConnectionPool newPool(SessionState state, PoolLimits limits) {
        ConnectionPool pool = new ConnectionPool(this, state, limits);
        pools.add(pool);
        if (closed) {
            pool.close();
        }
        return pool;
    }

    void forget(ConnectionPool pool) {
        pools.remove(pool);
    }

    /** Whether the transport can do it; does not connect. */
    public boolean supports(Feature feature) {
        return members.get(0).transport().supports(feature);
    }

    /** The servers now, in the order given. */
    public synchronized List<EndpointStatus> status() {
        return members.stream().map(Member::status).toList();
    }

    Executor threads() {
        return threads;
    }

    /** Closes a connection, which may take a moment to say good-bye, on another thread. */
    void close(PooledConnection connection) {
        try {
            threads.execute(connection::close);
        } catch (RejectedExecutionException e) {
            log.debug("{} is closed after its client", connection.member().endpoint(), e);
            connection.close();
        }
    }

    Upkeep upkeep() {
        return upkeep;
    }

    /**
     * Connects to the first server, in the order of choice, that can be reached.
     *
     * @throws TdengineConnectionException if there is none, or one refuses the user
     */
    MemberConnection connect(SessionState state) {
        return connect(Purpose.STATEMENTS, (member, timeout) -> {
            Connection connection = member.transport().connect(state, timeout);
            requireZones(connection, state);
            MemberConnection made = new MemberConnection(connection, member);
            works(member);
            connection.onEnd(() -> ended(made));
            return made;
        });
    }

    // An older server ignores what it does not know.
    private static void requireZones(Connection connection, SessionState state) {
        if (state.zone() != null && connection.serverVersion().isOlderThan(ZONES_SINCE)) {
            connection.close();
            throw new UnsupportedFeatureException("the server at " + connection.endpoint() + " has version "
                    + connection.serverVersion().text() + ", and time zones of sessions need " + ZONES_SINCE.text());
        }
    }

    /**
     * Connects a subscription, which then has to be joined.
     *
     * @throws TdengineConnectionException as for connections
     * @throws IllegalStateException if this is closed
     */
    public Subscription openSubscription() {
        if (closed) {
            throw new IllegalStateException("the client is closed");
        }
        return connect(
                Purpose.SUBSCRIPTION,
                (member, timeout) -> new CountedSubscription(
                        member.transport().openSubscription(timeout),
                        () -> release(member, Purpose.SUBSCRIPTION),
                        () -> broke(member)));
    }

    /** A way to connect to one server. */
    @FunctionalInterface
    private interface Connector<T> {
        T connect(Member member, Duration timeout);
    }

    // A server that hangs leaves their share of the time to the others.
    private <T> T connect(Purpose purpose, Connector<T> connector) {
        Deadline deadline = Deadline.after(connectTimeout);
        Duration share = connectTimeout.dividedBy(members.size());
        ConnectFailures failures = new ConnectFailures();
        Set<Member> tried = new HashSet<>();
        for (Member member = reserve(tried, purpose); member != null; member = reserve(tried, purpose)) {
            try {
                return connector.connect(member, share);
            } catch (TdengineException e) {
                release(member, purpose);
                if (!(e instanceof TdengineConnectionException failure) || !ConnectFailures.isOutage(e)) {
                    throw e;
                }
                failed(member, failure);
                failures.add(failure);
                share = deadline.remaining().dividedBy(Math.max(1, members.size() - tried.size()));
            } catch (RuntimeException | Error e) {
                release(member, purpose);
                throw e;
            }
        }
        throw failures.all();
    }

    private synchronized @Nullable Member reserve(Collection<Member> tried, Purpose purpose) {
        Member chosen = members.stream()
                .filter(member -> !tried.contains(member))
                .min(Comparator.comparing((Member member) -> !member.isUp()).thenComparingInt(Member::burden))
                .orElse(null);
        if (chosen != null) {
            tried.add(chosen);
            chosen.count(purpose, 1);
        }
        return chosen;
    }

    private synchronized void release(Member member, Purpose purpose) {
        member.count(purpose, -1);
    }

    private void ended(MemberConnection connection) {
        release(connection.member(), Purpose.STATEMENTS);
        if (!connection.closedByThisClient()) {
            broke(connection.member());
        }
    }

    /** To be called when a server did not answer as one that works. */
    void broke(Member member) {
        if (!closed) {
            member.health().broke(upkeep.nanoTime());
            arrangeProbe(member);
        }
    }

    private void failed(Member member, TdengineException failure) {
        if (!closed) {
            member.health().failed(upkeep.nanoTime(), failure);
            arrangeProbe(member);
        }
    }

    private void works(Member member) {
        if (member.health().works(upkeep.nanoTime())) {
            balance();
        }
    }

    private void arrangeProbe(Member member) {
        Duration delay;
        synchronized (this) {
            if (member.isUp() || !member.beginProbe()) {
                return;
            }
            delay = backOff.before(member.failedProbes());
        }
        upkeep.after(delay, () -> probe(member));
    }

    private void probe(Member member) {
        try {
            if (!closed && !member.isUp()) {
                member.transport().connect(SessionState.NONE, connectTimeout).close();
                works(member);
            }
        } catch (TdengineException e) {
            if (ConnectFailures.isOutage(e)) {
                member.health().failed(upkeep.nanoTime(), e);
            } else {
                works(member);
            }
        } finally {
            synchronized (this) {
                member.endProbe(member.isUp());
            }
            if (!closed) {
                arrangeProbe(member);
            }
        }
    }

    // A server that has come back has too few connections: others give up theirs, and new ones go where there are few.
    private void balance() {
        for (Member member : members) {
            int surplus = surplus(member);
            for (ConnectionPool pool : pools) {
                surplus -= pool.retire(member, surplus);
            }
        }
    }

    private synchronized int surplus(Member member) {
        List<Member> up = new ArrayList<>(members);
        up.removeIf(other -> !other.isUp());
        int fewest = up.stream().mapToInt(Member::connections).min().orElse(0);
        if (!member.isUp() || member.connections() - fewest <= 1) {
            return 0;
        }
        int all = up.stream().mapToInt(Member::connections).sum();
        return member.connections() - (all + up.size() - 1) / up.size();
    }

    /** Closes all connections; what is under way fails at once. Idempotent. */
    @Override
    public void close() {
        closed = true;
        upkeep.close();
        pools.forEach(ConnectionPool::close);
        members.forEach(member -> member.transport().close());
        threads.shutdown();
    }
}
