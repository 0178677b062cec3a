// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.cluster.ConnectionPool;
import io.tdspring.client.sql.Identifiers;
import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.client.transport.Timeouts;
import java.time.Duration;

/** What a client and a session do alike: statements over a pool of connections. Thread-safe. */
record Requests(ConnectionPool pool, Timeouts timeouts) {

    /** Connecting ends by itself, and then says why; this is for the thread to get through. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final String SIGN_OF_LIFE = "select server_status()";

    /** The moment until which a caller waits for a connection. */
    Deadline connectDeadline() {
        return Deadline.after(timeouts.connect().plus(GRACE));
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
        pool.run(connectDeadline(), connection -> signOfLife(connection, timeouts.request()));
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
        return pool.run(
                connectDeadline(), connection -> connection.serverVersion().text());
    }
}
