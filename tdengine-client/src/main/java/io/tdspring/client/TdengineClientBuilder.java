// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.tls.TlsOptions;
import io.tdspring.client.transport.BearerToken;
import io.tdspring.client.transport.CloudToken;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.HttpProxy;
import io.tdspring.client.transport.Identity;
import io.tdspring.client.transport.OneTimeLogin;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.Transport;
import io.tdspring.client.transport.TransportSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link TdengineClient} needs to know; confined to one thread. */
public final class TdengineClientBuilder {

    private static final int DEFAULT_PORT = 6041;

    private static final int DEFAULT_PROXY_PORT = 3128;

    private static final int MAX_APPLICATION_BYTES = 23;

    private static final Duration PING_INTERVAL = Duration.ofSeconds(10);
    private static final Duration PING_TIMEOUT = Duration.ofSeconds(5);

    private List<Endpoint> endpoints = List.of(new Endpoint("localhost", DEFAULT_PORT));
    private TransportType transport = TransportType.WEBSOCKET;
    private WebSocketEngineType webSocketEngine = WebSocketEngineType.AUTO;
    private String username = "root";
    private String password = "taosdata";
    private @Nullable String token;
    private @Nullable String bearerToken;
    private @Nullable Supplier<String> oneTimeCode;
    private @Nullable String application;
    private @Nullable String database;
    private @Nullable TlsOptions tls;
    private @Nullable Endpoint proxy;
    private @Nullable Credentials proxyCredentials;
    private boolean compression;
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

    /** {@link WebSocketEngineType#AUTO} unless set; of no effect over REST. */
    public TdengineClientBuilder webSocketEngine(WebSocketEngineType webSocketEngine) {
        this.webSocketEngine = Objects.requireNonNull(webSocketEngine, "webSocketEngine");
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
     * A token of TDengine Cloud, whose gateway wants to see it in the query of every URL (manual, "TDengine Cloud"). Null
     * or empty for none.
     */
    public TdengineClientBuilder token(@Nullable String token) {
        this.token = emptyToNull(token);
        return this;
    }

    /**
     * A token that the server made for a user ({@code create token}); it replaces user and password. Needs server 3.4.0.0;
     * an older one is refused by a message that says so. Null or empty for none.
     */
    public TdengineClientBuilder bearerToken(@Nullable String bearerToken) {
        this.bearerToken = emptyToNull(bearerToken);
        return this;
    }

    /**
     * A second factor beside user and password (TOTP, RFC 6238), for connections over WebSocket; null for none. Needs server
     * 3.4.0.0.
     *
     * @param oneTimeCode gives the code of the moment; asked at every login, by any thread that connects
     */
    public TdengineClientBuilder oneTimeCode(@Nullable Supplier<String> oneTimeCode) {
        this.oneTimeCode = oneTimeCode;
        return this;
    }

    /**
     * The name under which {@code show connections} lists this client's sessions, from server 3.3.5.0 on; null or empty for
     * none.
     *
     * @throws IllegalArgumentException if it is longer than the 23 bytes, in UTF-8, that a server keeps
     */
    public TdengineClientBuilder applicationName(@Nullable String name) {
        if (name != null && name.getBytes(StandardCharsets.UTF_8).length > MAX_APPLICATION_BYTES) {
            throw new IllegalArgumentException(
                    "application name \"" + name + "\" is longer than " + MAX_APPLICATION_BYTES + " bytes");
        }
        this.application = emptyToNull(name);
        return this;
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /**
     * The database in which statements look for tables named without one; null or empty for none. It must exist when the
     * client connects.
     */
    public TdengineClientBuilder database(@Nullable String database) {
        this.database = emptyToNull(database);
        return this;
    }

    /** Encrypts all connections, to servers whom the JDK trusts unless {@link #tls(Consumer)} says otherwise. */
    public TdengineClientBuilder tls() {
        return tls(options -> {});
    }

    /**
     * As {@link #tls()}, with options that add to those of earlier calls. Files are read by {@link #build}.
     *
     * @param settings is called at once
     */
    public TdengineClientBuilder tls(Consumer<TlsOptions> settings) {
        tls = tls == null ? new TlsOptions() : tls;
        settings.accept(tls);
        return this;
    }

    /** Goes through an HTTP proxy that wants no credentials, as {@link #proxy(String, String, String)}. */
    public TdengineClientBuilder proxy(String endpoint) {
        proxy = Endpoint.parse(endpoint, DEFAULT_PROXY_PORT);
        proxyCredentials = null;
        return this;
    }

    /**
     * Goes through an HTTP proxy. WebSockets, and everything over TLS, need one that grants {@code CONNECT} to the
     * servers.
     *
     * @param endpoint as in {@link #endpoints}, port 3128 unless given
     * @throws IllegalArgumentException if the endpoint is malformed
     */
    public TdengineClientBuilder proxy(String endpoint, String username, String password) {
        proxy(endpoint);
        proxyCredentials = new Credentials(username, password);
        return this;
    }

    /**
     * Whether messages may be compressed, which pays on slow networks: WebSocket messages by permessage-deflate
     * (RFC 7692), statements of 1 KiB and more and answers over REST by gzip. They are not unless set.
     */
    public TdengineClientBuilder compression(boolean compression) {
        this.compression = compression;
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

    private Identity identity() {
        if (Stream.of(token, bearerToken, oneTimeCode).filter(Objects::nonNull).count() > 1) {
            throw new IllegalArgumentException("only one of token, bearer token and one-time code can be used");
        }
        Credentials credentials = new Credentials(username, password);
        if (token != null) {
            return new CloudToken(token, credentials);
        }
        if (bearerToken != null) {
            return new BearerToken(bearerToken);
        }
        return oneTimeCode == null ? credentials : new OneTimeLogin(credentials, oneTimeCode);
    }

    /**
     * Makes the client; nothing is connected yet.
     *
     * @throws IllegalArgumentException if what it has been told does not fit together, or certificates cannot be read
     */
    public TdengineClient build() {
        Timeouts timeouts = new Timeouts(connectTimeout, requestTimeout, PING_INTERVAL, PING_TIMEOUT);
        TransportSettings settings = new TransportSettings(
                identity(),
                timeouts,
                tls == null ? null : tls.settings(),
                proxy == null ? null : new HttpProxy(proxy, proxyCredentials),
                compression,
                application);
        List<Transport> transports = endpoints.stream()
                .map(endpoint -> Transports.open(transport, webSocketEngine, endpoint, settings))
                .toList();
        return new TdengineClient(transport, transports, new SessionState(database, null), timeouts);
    }
}
