// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.Transport;
import io.tdspring.client.transport.TransportSettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link TdengineClient} needs to know; confined to one thread. */
public final class TdengineClientBuilder {

    private static final int DEFAULT_PORT = 6041;

    private static final Duration PING_INTERVAL = Duration.ofSeconds(10);
    private static final Duration PING_TIMEOUT = Duration.ofSeconds(5);

    private List<Endpoint> endpoints = List.of(new Endpoint("localhost", DEFAULT_PORT));
    private TransportType transport = TransportType.WEBSOCKET;
    private String username = "root";
    private String password = "taosdata";
    private @Nullable String database;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration requestTimeout = Duration.ofSeconds(60);

    TdengineClientBuilder() {}

    /** As {@link #endpoints(List)}. */
    public TdengineClientBuilder endpoints(String... endpoints) {
        return endpoints(List.of(endpoints));
    }

    /**
     * Where the servers of one cluster are, tried in this order: {@code host:port}, {@code host}, {@code [IPv6]:port};
     * port 6041 unless given. {@code localhost:6041} unless set.
     *
     * @throws IllegalArgumentException if there is none, or one is malformed
     */
    public TdengineClientBuilder endpoints(List<String> endpoints) {
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("no endpoints");
        }
        this.endpoints = endpoints.stream()
                .map(endpoint -> Endpoint.parse(endpoint, DEFAULT_PORT))
                .toList();
        return this;
    }

    /** {@link TransportType#WEBSOCKET} unless set. */
    public TdengineClientBuilder transport(TransportType transport) {
        this.transport = Objects.requireNonNull(transport, "transport");
        return this;
    }

    /** {@code root} unless set. */
    public TdengineClientBuilder username(String username) {
        this.username = Objects.requireNonNull(username, "username");
        return this;
    }

    /** {@code taosdata}, the server's own default, unless set. */
    public TdengineClientBuilder password(String password) {
        this.password = Objects.requireNonNull(password, "password");
        return this;
    }

    /**
     * The database in which statements look for tables named without one; null or empty for none. It must exist when the
     * client connects.
     */
    public TdengineClientBuilder database(@Nullable String database) {
        this.database = database == null || database.isEmpty() ? null : database;
        return this;
    }

    /**
     * The limit for connecting in all, from looking up names to logging in, over all endpoints; 10 s unless set.
     *
     * @throws IllegalArgumentException from {@link #build} unless positive
     */
    public TdengineClientBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = Objects.requireNonNull(connectTimeout, "connectTimeout");
        return this;
    }

    /**
     * The limit for each answer, to a statement or to the request for the next block of its result; 60 s unless set.
     *
     * @throws IllegalArgumentException from {@link #build} unless positive
     */
    public TdengineClientBuilder requestTimeout(Duration requestTimeout) {
        this.requestTimeout = Objects.requireNonNull(requestTimeout, "requestTimeout");
        return this;
    }

    /** Makes the client; nothing is connected yet. */
    public TdengineClient build() {
        Timeouts timeouts = new Timeouts(connectTimeout, requestTimeout, PING_INTERVAL, PING_TIMEOUT);
        TransportSettings settings = TransportSettings.plain(new Credentials(username, password), timeouts);
        List<Transport> transports = endpoints.stream()
                .map(endpoint -> Transports.open(transport, endpoint, settings))
                .toList();
        return new TdengineClient(transport, transports, new SessionState(database, null), timeouts);
    }
}
