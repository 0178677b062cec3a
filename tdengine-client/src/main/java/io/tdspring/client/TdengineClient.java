// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.stmt.Statements;
import io.tdspring.client.stmt.TdStatement;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TransportTmqConsumer;
import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Feature;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.RequestNotSentException;
import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.Transport;
import io.tdspring.error.UnsupportedFeatureException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client of one TDengine cluster. Safe for use by many threads; make one and keep it.
 *
 * <pre>{@code
 * try (TdengineClient client = TdengineClient.builder().endpoints("localhost:6041").build()) {
 *     client.execute("create database if not exists power");
 * }
 * }</pre>
 *
 * <p>It connects at its first use, and again when the connection has broken. Whatever goes wrong while connecting is a
 * {@link io.tdspring.error.TdengineConnectionException} that says what, also that a server took the connection and then
 * did not answer; it comes within the connect timeout. Only a database that does not exist is a
 * {@link io.tdspring.error.TdengineProgrammingException}. A request that is not answered in time is a
 * {@link io.tdspring.error.TdengineTimeoutException}. A statement that may have been executed is never repeated silently;
 * one is, once, if the connection turns out to have ended before the statement was sent.
 *
 * <p>All threads share one session: set the session's database with {@link TdengineClientBuilder#database}, or write
 * {@code database.table}. {@code USE} changes it for all of them until the connection breaks, and over REST not at all.
 */
public final class TdengineClient implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TdengineClient.class);

    /** Connecting ends by itself, and then says why; this is for the thread to get through. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final String SIGN_OF_LIFE = "select server_status()";

    private final TransportType type;
    private final List<Transport> transports;
    private final Timeouts timeouts;
    private final Failover failover;
    private final SharedConnection connection;
    private final Statements statements;

    TdengineClient(TransportType type, List<Transport> transports, SessionState state, Timeouts timeouts) {
        this.type = type;
        this.transports = transports;
        this.timeouts = timeouts;
        this.failover = new Failover(transports, timeouts.connect());
        this.connection =
                new SharedConnection(() -> failover.connect((transport, timeout) -> transport.connect(state, timeout)));
        this.statements = new Statements(() -> connection.get(connectDeadline()), timeouts.request());
    }

    /** Starts with {@code root} at {@code localhost:6041} over WebSocket. */
    public static TdengineClientBuilder builder() {
        return new TdengineClientBuilder();
    }

    /**
     * A client as a URL says, such as {@code tdengine:ws://localhost:6041/power?connect-timeout=5s}; nothing is connected
     * yet.
     *
     * @throws IllegalArgumentException as {@link TdengineClientBuilder#url} and {@link TdengineClientBuilder#build} do
     */
    public static TdengineClient connect(String url) {
        return builder().url(url).build();
    }

    /**
     * Runs a statement whose rows, if any, are of no interest.
     *
     * @return rows written; 0 for DDL
     */
    public long execute(String sql) {
        return execute(sql, RequestIds.next());
    }

    /**
     * As {@link #execute(String)}, under an id of the caller's.
     *
     * @param requestId not 0, unsigned, unique among the requests under way
     */
    public long execute(String sql, long requestId) {
        try (QueryResult result = query(sql, requestId)) {
            return result.affectedRows();
        }
    }

    /** Runs a statement; close its result. */
    public QueryResult query(String sql) {
        return query(sql, RequestIds.next());
    }

    /**
     * As {@link #query(String)}, under an id of the caller's.
     *
     * @param requestId not 0, unsigned, unique among the requests under way
     */
    public QueryResult query(String sql, long requestId) {
        SqlRequest request = new SqlRequest(sql, requestId, timeouts.request());
        return new QueryResult(run(request, connectDeadline()), requestId);
    }

    /**
     * Prepares a statement with placeholders; close it. Closed statements are kept for a while, so that preparing the same
     * text again costs nothing.
     *
     * @throws UnsupportedFeatureException if the transport or the server cannot bind: it takes WebSocket and a server from
     *     3.3.6.0 on
     * @throws io.tdspring.error.TdengineStatementException if the server refuses the statement
     */
    public TdStatement prepare(String sql) {
        return statements.prepare(sql);
    }

    /** Runs a prepared query with the parameters that are set; close its result. */
    public QueryResult query(TdStatement statement) {
        return new QueryResult(statement.query(), 0);
    }

    private Result run(SqlRequest request, Deadline deadline) {
        try {
            return connection.get(deadline).query(request);
        } catch (RequestNotSentException e) {
            log.debug("request {} goes over a new connection", RequestIds.text(request.requestId()), e);
            return connection.get(deadline).query(request);
        }
    }

    private Deadline connectDeadline() {
        return Deadline.after(timeouts.connect().plus(GRACE));
    }

    /** As {@link #ping(Duration)}, within the connect timeout and then the request timeout. */
    public void ping() {
        ping(timeouts.request(), connectDeadline());
    }

    /**
     * Asks the server for a sign of life, and connects if need be.
     *
     * @param timeout for both together
     * @throws io.tdspring.error.TdengineException if there is none
     */
    public void ping(Duration timeout) {
        Deadline deadline = Deadline.after(timeout);
        connection.get(deadline);
        ping(deadline.isOver() ? Duration.ofNanos(1) : deadline.remaining(), deadline);
    }

    private void ping(Duration timeout, Deadline connectDeadline) {
        run(new SqlRequest(SIGN_OF_LIFE, RequestIds.next(), timeout), connectDeadline)
                .close();
    }

    /** The server's version, such as {@code 3.3.7.5}; connects if need be. */
    public String serverVersion() {
        return connection.get(connectDeadline()).serverVersion().text();
    }

    public TransportType transportType() {
        return type;
    }

    /** The endpoint in use as {@code host:port}; while there is no connection the first one configured. */
    public String endpoint() {
        Connection open = connection.ifOpen();
        return (open == null ? transports.get(0).endpoint() : open.endpoint()).toString();
    }

    /** Whether the transport of this client can do it; does not connect. */
    public boolean supports(Feature feature) {
        return transports.get(0).supports(feature);
    }

    /**
     * A consumer with these credentials and endpoints; it connects when it subscribes. Close it before this client, which
     * would cut it off.
     *
     * @throws UnsupportedFeatureException if the transport cannot subscribe
     */
    public TmqConsumer newConsumer(ConsumerOptions options) {
        if (!supports(Feature.SUBSCRIBE)) {
            throw new UnsupportedFeatureException(
                    "transport " + type.name().toLowerCase(Locale.ROOT) + " cannot subscribe; use transport websocket");
        }
        return new TransportTmqConsumer(
                options, () -> failover.connect(Transport::openSubscription), timeouts.request());
    }

    /** Closes all connections; what is under way fails at once. Idempotent. */
    @Override
    public void close() {
        statements.close();
        connection.close();
        transports.forEach(Transport::close);
    }
}
