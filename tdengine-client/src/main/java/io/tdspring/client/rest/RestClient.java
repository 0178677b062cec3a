// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.rest;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.protocol.rest.RawAnswer;
import java.time.Duration;
import java.util.function.Function;

/**
 * Runs statements by {@code POST /rest/sql} (manual, "REST API") and hands out what came, row by row as JSON has it. For
 * anything with many rows {@code TdengineClient.query} is the better choice: here the whole answer is kept in memory.
 * Immutable, safe for use by many threads.
 *
 * <pre>{@code
 * RawAnswer answer = client.rest().sql("select * from power.meters limit 10", 4711);
 * if (answer.code() == 0) {
 *     answer.data().forEach(row -> ...);
 * }
 * }</pre>
 *
 * <p>REST cannot tell a result that was cut short on the server from a whole one.
 */
public final class RestClient {

    private final Function<Function<Connection, RawAnswer>, RawAnswer> connections;
    private final Duration timeout;

    /**
     * A client over the connections of another one, which gets it by {@code TdengineClient.rest()}.
     *
     * @param connections runs a task on a connection
     * @param timeout for each answer
     */
    public RestClient(Function<Function<Connection, RawAnswer>, RawAnswer> connections, Duration timeout) {
        this.connections = connections;
        this.timeout = timeout;
    }

    /** As {@link #sql(String, long)}, under an id of the client's making. */
    public RawAnswer sql(String sql) {
        return sql(sql, RequestIds.next());
    }

    /**
     * Runs a statement. A failure that TDengine answers is an answer too, to be seen by its code.
     *
     * @param requestId not 0, by which the server's log knows the request
     * @throws io.tdspring.error.TdengineConnectionException if the server cannot be reached, refuses the user at first sight,
     *     or answers with something that is not TDengine's
     * @throws io.tdspring.error.TdengineTimeoutException if the answer is not complete in time
     */
    public RawAnswer sql(String sql, long requestId) {
        SqlRequest request = new SqlRequest(sql, requestId, timeout);
        return connections.apply(connection -> connection.queryRaw(request));
    }
}
