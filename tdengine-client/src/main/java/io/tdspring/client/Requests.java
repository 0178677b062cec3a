// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.cluster.ConnectionPool;
import io.tdspring.client.schemaless.SchemalessRequest;
import io.tdspring.client.schemaless.SchemalessResult;
import io.tdspring.client.schemaless.SchemalessWriter;
import io.tdspring.client.sql.Identifiers;
import io.tdspring.client.stmt.Statements;
import io.tdspring.client.stmt.TdStatement;
import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.client.transport.Timeouts;
import java.time.Duration;
import java.util.function.Function;

/** What a client and a session do alike: statements and lines over a pool of connections. Thread-safe. */
final class Requests implements AutoCloseable {

    private static final String SIGN_OF_LIFE = "select server_status()";

    private final ConnectionPool pool;
    private final Timeouts timeouts;
    private final Statements statements;

    Requests(ConnectionPool pool, Timeouts timeouts) {
        this.pool = pool;
        this.timeouts = timeouts;
        this.statements = new Statements(
                deadline -> pool.lend(connectDeadline().orEarlier(deadline), lease -> lease),
                pool::state,
                timeouts.request());
    }

    ConnectionPool pool() {
        return pool;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    /** Statements that are bound, each of which keeps a lease of a connection. */
    Statements statements() {
        return statements;
    }

    /** The moment until which a caller waits for a connection; connecting ends by itself, and then says why. */
    Deadline connectDeadline() {
        return Deadline.after(timeouts.connect()).withGrace();
    }

    long execute(String sql, long requestId) {
        try (QueryResult result = query(sql, requestId)) {
            return result.affectedRows();
        }
    }

    QueryResult query(String sql, long requestId) {
        SqlRequest request = new SqlRequest(sql, requestId, timeouts.request());
        String database = UseStatement.databaseOf(sql);
        if (database != null) {
            useDatabase(database);
            return new QueryResult(NoRows.INSTANCE, requestId);
        }
        Result result = pool.query(connectDeadline(), connection -> connection.query(request));
        return new QueryResult(result, requestId);
    }

    QueryResult query(TdStatement statement) {
        long requestId = RequestIds.next();
        return new QueryResult(statement.query(requestId), requestId);
    }

    SchemalessResult writeSchemaless(SchemalessRequest request) {
        return new SchemalessWriter(this::onConnection, timeouts.request()).write(request);
    }

    /** Does something on one of the connections, which is given back afterwards. */
    <T> T onConnection(Function<Connection, T> task) {
        return pool.run(connectDeadline(), task);
    }

    void useDatabase(String database) {
        String quoted = Identifiers.quote(database);
        if (database.equals(pool.state().database())) {
            // It may have been dropped since.
            SqlRequest use = new SqlRequest("use " + quoted, RequestIds.next(), timeouts.request());
            pool.query(connectDeadline(), connection -> connection.query(use)).close();
        } else {
            pool.useDatabase(database, connectDeadline());
        }
    }

    void ping() {
        onConnection(connection -> signOfLife(connection, timeouts.request()));
    }

    void ping(Duration timeout) {
        Deadline deadline = Deadline.after(timeout);
        pool.run(
                deadline,
                connection -> signOfLife(connection, deadline.remaining().plusNanos(1)));
    }

    private static Endpoint signOfLife(Connection connection, Duration timeout) {
        connection
                .query(new SqlRequest(SIGN_OF_LIFE, RequestIds.next(), timeout))
                .close();
        return connection.endpoint();
    }

    String serverVersion() {
        return onConnection(connection -> connection.serverVersion().text());
    }

    /** Closes the connections of this; what is under way fails at once. Idempotent. */
    @Override
    public void close() {
        statements.close();
        pool.close();
    }
}
