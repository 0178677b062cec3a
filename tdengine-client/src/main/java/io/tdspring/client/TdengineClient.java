// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.cluster.Cluster;
import io.tdspring.client.cluster.PoolStatus;
import io.tdspring.client.rest.RestClient;
import io.tdspring.client.schemaless.SchemalessRequest;
import io.tdspring.client.schemaless.SchemalessResult;
import io.tdspring.client.stmt.TdStatement;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TransportTmqConsumer;
import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Feature;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.writer.TdengineWriter;
import io.tdspring.client.writer.WriterOptions;
import io.tdspring.error.UnsupportedFeatureException;
import java.time.Duration;
import java.util.Locale;

/**
 * A client of one TDengine cluster. Safe for use by many threads; make one and keep it.
 *
 * <pre>{@code
 * try (TdengineClient client = TdengineClient.builder().endpoints("localhost:6041").build()) {
 *     client.execute("create database if not exists power");
 * }
 * }</pre>
 *
 * <p>It connects at its first use, opens more connections when there is much to do, and connects again when one has broken;
 * an endpoint that fails is passed over until it works again. Whatever goes wrong while connecting is a
 * {@link io.tdspring.error.TdengineConnectionException} that says what, also that a server took the connection and then
 * did not answer; it comes within the connect timeout. Only a database that does not exist is a
 * {@link io.tdspring.error.TdengineProgrammingException}. A request that is not answered in time is a
 * {@link io.tdspring.error.TdengineTimeoutException}. A statement that may have been executed is never repeated silently;
 * one is, once, if the connection turns out to have ended before the statement was sent.
 *
 * <p>All threads share a few sessions, which have the same database: {@link TdengineClientBuilder#database} sets it, and
 * {@link #useDatabase} or {@code USE} changes it for all of them, and for all threads. Who wants one of his own opens a
 * {@linkplain #newSession session}.
 */
public final class TdengineClient implements AutoCloseable {

    private final TransportType type;
    private final Cluster cluster;
    private final Requests requests;
    private final ConsumerConnections consumers;

    TdengineClient(TransportType type, Cluster cluster, Requests requests, ConsumerConnections consumers) {
        this.type = type;
        this.cluster = cluster;
        this.requests = requests;
        this.consumers = consumers;
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
        return requests.execute(sql, requestId);
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
        return requests.query(sql, requestId);
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
        return requests.statements().prepare(sql);
    }

    /** Runs a prepared query with the parameters that are set; close its result. */
    public QueryResult query(TdStatement statement) {
        return requests.query(statement);
    }

    /**
     * Writes data whose tables and columns the server makes as it needs them, into the client's database.
     *
     * <p>A request goes as one message, unless its lines are longer than a message may be: then they are split between
     * lines into several messages, which are written one after the other, and a failure leaves those before it written. A
     * message is as atomic as the server makes it: a wrong line has it refuse the whole of it. Writing the same once more
     * changes nothing, since a row of the same table and timestamp replaces the one before.
     *
     * @throws UnsupportedFeatureException if the transport cannot do it; it takes WebSocket
     * @throws io.tdspring.error.TdengineSchemalessException if the server refuses the data, with its code and message: 0x2616
     *     if the client has no database
     * @throws io.tdspring.error.TdengineProgrammingException if a single line is longer than a message may be
     */
    public SchemalessResult writeSchemaless(SchemalessRequest request) {
        require(Feature.SCHEMALESS, "write schemaless");
        return requests.writeSchemaless(request);
    }

    /**
     * Statements whose answers are handed out as REST gives them.
     *
     * @throws UnsupportedFeatureException if the transport of this client is not REST
     */
    public RestClient rest() {
        if (!supports(Feature.RAW_ANSWER)) {
            throw new UnsupportedFeatureException("raw answers come by REST; use transport rest");
        }
        return new RestClient(requests::onConnection, requests.timeouts().request());
    }

    /**
     * Changes the database of all statements from now on, over whichever connection they go; what is under way ends where
     * it is. {@code USE}, written as a statement, does the same.
     *
     * @param database as the server has it, not quoted
     * @throws io.tdspring.error.TdengineProgrammingException if there is none of this name; the old one remains then, as it
     *     does with any other exception
     */
    public void useDatabase(String database) {
        requests.useDatabase(database);
    }

    /** Begins a session, a connection of its own, with the database and time zone that this client has now. */
    public TdengineSessionBuilder newSession() {
        return new TdengineSessionBuilder(
                cluster, requests.timeouts(), requests.pool().state());
    }

    /** As {@link #ping(Duration)}, within the connect timeout and then the request timeout. */
    public void ping() {
        requests.ping();
    }

    /**
     * Asks the server for a sign of life, and connects if need be.
     *
     * @param timeout for both together
     * @throws io.tdspring.error.TdengineException if there is none
     */
    public void ping(Duration timeout) {
        requests.ping(timeout);
    }

    /** The server's version, such as {@code 3.3.7.5}; connects if need be. */
    public String serverVersion() {
        return requests.serverVersion();
    }

    public TransportType transportType() {
        return type;
    }

    /** An endpoint in use as {@code host:port}; while there is no connection the one that is tried first. */
    public String endpoint() {
        Connection open = requests.pool().ifOpen();
        return (open == null ? cluster.status().get(0).endpoint() : open.endpoint()).toString();
    }

    /** Which endpoints work, and how many connections there are now; does not connect. */
    public ClientStatus status() {
        PoolStatus pool = requests.pool().status();
        return new ClientStatus(cluster.status(), pool.connections(), pool.leases());
    }

    /** Whether the transport of this client can do it; does not connect. */
    public boolean supports(Feature feature) {
        return cluster.supports(feature);
    }

    /**
     * A writer that collects rows in the background; close it before this client. It stays in the database that this client
     * has now.
     *
     * @throws UnsupportedFeatureException if the transport or the server cannot bind: it takes WebSocket and a server from
     *     3.3.6.0 on
     * @throws io.tdspring.error.TdengineStatementException if there is no such super table, tag or column
     */
    public TdengineWriter newWriter(WriterOptions options) {
        require(Feature.BIND, "bind parameters");
        return TdengineWriter.open(
                options,
                requests.pool().state().database(),
                requests.statements(),
                requests.timeouts().request());
    }

    /**
     * A consumer with these credentials and endpoints; it connects when it subscribes. Close it before this client, which
     * would cut it off.
     *
     * @throws UnsupportedFeatureException if the transport cannot subscribe
     * @throws IllegalArgumentException if the options name another server or user ({@code td.connect.ip} and its like)
     */
    public TmqConsumer newConsumer(ConsumerOptions options) {
        require(Feature.SUBSCRIBE, "subscribe");
        consumers.check(options);
        return new TransportTmqConsumer(
                options, cluster::openSubscription, requests.timeouts().request());
    }

    private void require(Feature feature, String what) {
        if (!supports(feature)) {
            String name = type.name().toLowerCase(Locale.ROOT);
            throw new UnsupportedFeatureException(
                    "transport " + name + " cannot " + what + "; use transport websocket");
        }
    }

    /** Closes all connections; what is under way fails at once. Idempotent. */
    @Override
    public void close() {
        requests.close();
        cluster.close();
    }
}
