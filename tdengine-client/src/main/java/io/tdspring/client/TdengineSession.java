// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.schemaless.SchemalessRequest;
import io.tdspring.client.schemaless.SchemalessResult;
import io.tdspring.client.stmt.TdStatement;
import io.tdspring.client.transport.RequestIds;
import java.time.Duration;

/**
 * A connection of one's own, with a database and a time zone of its own; made by {@link TdengineClient#newSession}. Safe for
 * use by many threads, which then share its database.
 *
 * <p>It connects at its first use, and again, with the same database and time zone, when the connection has broken.
 * Exceptions are those of {@link TdengineClient}. Close it; it is closed with its client at the latest.
 */
public final class TdengineSession implements AutoCloseable {

    private final Requests requests;

    TdengineSession(Requests requests) {
        this.requests = requests;
    }

    /** As {@link TdengineClient#execute(String)}. */
    public long execute(String sql) {
        return execute(sql, RequestIds.next());
    }

    /** As {@link TdengineClient#execute(String, long)}. */
    public long execute(String sql, long requestId) {
        return requests.execute(sql, requestId);
    }

    /** As {@link TdengineClient#query(String)}. */
    public QueryResult query(String sql) {
        return query(sql, RequestIds.next());
    }

    /** As {@link TdengineClient#query(String, long)}. */
    public QueryResult query(String sql, long requestId) {
        return requests.query(sql, requestId);
    }

    /**
     * As {@link TdengineClient#prepare}, in the database of this session; close the statement before the session. If the
     * session goes over to another database, a statement that was prepared before stays in its own.
     */
    public TdStatement prepare(String sql) {
        return requests.statements().prepare(sql);
    }

    /** As {@link TdengineClient#query(TdStatement)}. */
    public QueryResult query(TdStatement statement) {
        return requests.query(statement);
    }

    /** As {@link TdengineClient#writeSchemaless}, into the database of this session. */
    public SchemalessResult writeSchemaless(SchemalessRequest request) {
        return requests.writeSchemaless(request);
    }

    /** As {@link TdengineClient#useDatabase}, for this session alone. */
    public void useDatabase(String database) {
        requests.useDatabase(database);
    }

    /** As {@link TdengineClient#ping()}. */
    public void ping() {
        requests.ping();
    }

    /** As {@link TdengineClient#ping(Duration)}. */
    public void ping(Duration timeout) {
        requests.ping(timeout);
    }

    /** As {@link TdengineClient#serverVersion}. */
    public String serverVersion() {
        return requests.serverVersion();
    }

    /** Closes the connection; what is under way fails at once. Idempotent. */
    @Override
    public void close() {
        requests.close();
    }
}
