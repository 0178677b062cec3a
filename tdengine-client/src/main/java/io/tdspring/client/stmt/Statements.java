// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.ConnectionLease;
import io.tdspring.client.transport.DaemonThreads;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.FieldLookup;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.RequestNotSentException;
import io.tdspring.client.transport.ServerStatement;
import io.tdspring.client.transport.ServerVersion;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.error.TdengineStatementException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.error.UnsupportedFeatureException;
import io.tdspring.protocol.stmt.StatementField;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The statements of one client or session: prepares them, and keeps those that were closed for the next who prepares the
 * same text on the same connection, without a round trip. Thread-safe.
 */
public final class Statements implements AutoCloseable {

    /** From here on no form of a bound DECIMAL has been seen to arrive as it was sent. */
    private static final ServerVersion DECIMAL_UNKNOWN = new ServerVersion("3.4.0.0.alpha");

    private final Function<Deadline, ? extends ConnectionLease> leases;
    private final Supplier<SessionState> state;
    private final Duration timeout;
    private final StatementCache cache = new StatementCache();
    private final ExecutorService threads = DaemonThreads.named("tdengine-statement");

    /**
     * @param leases lends a connection that works, or fails, in limited time and by the deadline; each is closed when no
     *     statement needs it
     * @param state what the connections have that are lent now
     * @param timeout for each execution
     */
    public Statements(
            Function<Deadline, ? extends ConnectionLease> leases, Supplier<SessionState> state, Duration timeout) {
        this.leases = leases;
        this.state = state;
        this.timeout = timeout;
    }

    /**
     * Prepares a statement; close it.
     *
     * @throws UnsupportedFeatureException if the carrier or the server cannot bind, or cannot bind a type that is needed
     * @throws TdengineStatementException if the server refuses the statement
     */
    public TdStatement prepare(String sql) {
        Prepared prepared = open(sql);
        try {
            return new TdStatement(prepared, this);
        } catch (RuntimeException e) {
            cache.giveBack(prepared);
            throw e;
        }
    }

    /** A statement on a connection that works; a connection that turns out to have ended is replaced once. */
    public Prepared open(String sql) {
        Deadline none = Deadline.never();
        return onConnection(none, lease -> open(lease, sql, none));
    }

    private Prepared onConnection(Deadline deadline, Function<ConnectionLease, Prepared> opening) {
        try {
            return opening.apply(leases.apply(deadline));
        } catch (RequestNotSentException e) {
            return opening.apply(leases.apply(deadline));
        }
    }

    /**
     * One for the place of another, or beside it: of the same text, in the same database, for values of the same types.
     *
     * @param deadline for all of it
     * @throws TdengineStatementException if that cannot be
     * @throws TdengineTimeoutException if it cannot be by the deadline
     */
    public Prepared openLike(Prepared origin, Deadline deadline) {
        return openLike(origin, deadline, lease -> open(lease, origin.sql(), deadline));
    }

    /** As {@link #openLike(Prepared, Deadline)}, but prepared now. */
    public Prepared openAnewLike(Prepared origin, Deadline deadline) {
        return openLike(origin, deadline, lease -> prepare(lease, origin.sql(), deadline));
    }

    private Prepared openLike(Prepared origin, Deadline deadline, Function<ConnectionLease, Prepared> opening) {
        Prepared opened = onConnection(deadline, lease -> {
            requireSameDatabase(origin, lease);
            return opening.apply(lease);
        });
        try {
            origin.requireSameTypes(opened.fields());
        } catch (RuntimeException e) {
            cache.giveBack(opened);
            throw e;
        }
        return opened;
    }

    private static void requireSameDatabase(Prepared origin, ConnectionLease lease) {
        if (!origin.meansTheSameIn(lease.state())) {
            lease.close();
            throw new TdengineStatementException(
                    "the statement was prepared in another database; prepare it anew", null);
        }
    }

    /** Whether another one like this can be prepared now: the database has not been changed since. */
    boolean canOpenLike(Prepared origin) {
        return origin.meansTheSameIn(state.get());
    }

    private Prepared open(ConnectionLease lease, String sql, Deadline deadline) {
        Prepared kept = cache.take(lease.connection(), sql);
        return kept == null ? prepare(lease, sql, deadline) : kept.under(lease);
    }

    private Prepared prepare(ConnectionLease lease, String sql, Deadline deadline) {
        try {
            return prepareOn(lease, sql, deadline);
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private Prepared prepareOn(ConnectionLease lease, String sql, Deadline deadline) {
        Connection connection = lease.connection();
        InsertSql insert = InsertSql.read(sql);
        FieldLookup lookup = insert.hasUnknownTable() ? FieldLookup.SKIP : FieldLookup.ASK;
        SqlRequest request = new SqlRequest(sql, RequestIds.next(), timeoutBefore(deadline));
        ServerStatement statement = connection.prepare(request, lookup);
        try {
            return new Prepared(lease, sql, statement, complete(connection, insert, statement.fields(), deadline));
        } catch (RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private List<StatementField> complete(
            Connection connection, InsertSql insert, List<StatementField> fields, Deadline deadline) {
        if (fields.stream().noneMatch(field -> field.type().isDecimal())) {
            return fields;
        }
        requireDecimals(connection);
        String table = insert.describedBy();
        if (table == null) {
            throw new UnsupportedFeatureException("a DECIMAL can only be bound if the statement names the table");
        }
        return TableColumns.of(connection, table, timeoutBefore(deadline)).complete(fields);
    }

    private Duration timeoutBefore(Deadline deadline) {
        Duration left = deadline.remaining();
        if (left.isZero()) {
            throw new TdengineTimeoutException(0, "no statement could be prepared within " + deadline, 0, null);
        }
        return left.compareTo(timeout) < 0 ? left : timeout;
    }

    private static void requireDecimals(Connection connection) {
        ServerVersion version = connection.serverVersion();
        if (!version.isOlderThan(DECIMAL_UNKNOWN)) {
            throw new UnsupportedFeatureException("DECIMAL can be bound on servers before 3.4.0.0; how "
                    + version.text() + " takes it is not known, so write such values into SQL");
        }
    }

    /** What the placeholders of a statement stand for whose table is known only now. */
    List<StatementField> fields(Prepared prepared, String table) {
        TableColumns columns = TableColumns.of(prepared.connection(), TableColumns.quoted(table), timeout);
        List<StatementField> fields = columns.fields(InsertSql.read(prepared.sql()));
        if (fields.stream().anyMatch(field -> field.type().isDecimal())) {
            requireDecimals(prepared.connection());
        }
        return fields;
    }

    /** Keeps a statement that is not in use any more. */
    public void giveBack(Prepared prepared) {
        cache.giveBack(prepared);
    }

    Deadline deadline() {
        return Deadline.after(timeout);
    }

    Duration timeout() {
        return timeout;
    }

    /** For what must not be done on a thread that reads a socket. */
    ExecutorService threads() {
        return threads;
    }

    /** Closes what is kept; statements in use end with their connections. Idempotent. */
    @Override
    public void close() {
        cache.clear();
        threads.shutdown();
    }
}
