// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.cluster.Cluster;
import io.tdspring.client.cluster.ConnectionPool;
import io.tdspring.client.tls.TlsOptions;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.Transport;
import io.tdspring.client.transport.TransportSettings;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link TdengineClient} needs to know; confined to one thread. */
public final class TdengineClientBuilder extends ClientLimits {

    static final int DEFAULT_PORT = 6041;

    private static final int MAX_APPLICATION_BYTES = 23;

    private List<Endpoint> endpoints = List.of(new Endpoint("localhost", DEFAULT_PORT));
    private TransportType transport = TransportType.WEBSOCKET;
    private WebSocketEngineType webSocketEngine = WebSocketEngineType.AUTO;
    private final LoginOptions login = new LoginOptions();
    private final RouteOptions route = new RouteOptions();
    private @Nullable String application;
    private @Nullable String database;
    private @Nullable ZoneId timeZone;
    private boolean compression;
    private EndpointOrder endpointOrder = EndpointOrder.SHUFFLED;

    TdengineClientBuilder() {}

    /**
     * Sets what a URL says: {@code tdengine:ws://user:password@host:6041,host2:6041/database?name=value&name=value}, with
     * the options of {@link ClientOption}. The scheme is {@code ws}, {@code wss}, {@code rest} or {@code rests};
     * {@code jdbc:} may precede it. Everything but the scheme and the hosts may be percent-encoded; a {@code +} is no space.
     * What is set later wins.
     *
     * @throws IllegalArgumentException if the URL is malformed, an option is unknown, which names the nearest one, comes
     *     twice, or has a bad value; no message shows a secret
     * @throws io.tdspring.error.UnsupportedFeatureException if it wants a transport that there is not
     */
    public TdengineClientBuilder url(String url) {
        ClientUrl.options(url).forEach((option, value) -> option.set(this, value));
        return this;
    }

    /**
     * Sets the option of that name in {@link ClientOption}.
     *
     * @param value such as {@code 10s}, {@code true}
     * @throws IllegalArgumentException if there is no such option, which names the nearest one, or the value is bad; the
     *     message does not show a secret
     */
    public TdengineClientBuilder option(String name, String value) {
        ClientOption.named(name).set(this, value);
        return this;
    }

    /** As {@link #endpoints(List)}. */
    public TdengineClientBuilder endpoints(String... endpoints) {
        return endpoints(List.of(endpoints));
    }

    /**
     * Where the servers of one cluster are: {@code host:port}, {@code host}, {@code [IPv6]:port};
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

    /** Which of several endpoints with equally many connections is next; {@link EndpointOrder#SHUFFLED} unless set. */
    public TdengineClientBuilder endpointOrder(EndpointOrder endpointOrder) {
        this.endpointOrder = Objects.requireNonNull(endpointOrder, "endpointOrder");
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
        login.username = Objects.requireNonNull(username, "username");
        return this;
    }

    /** {@code taosdata}, the server's own default, unless set. */
    public TdengineClientBuilder password(String password) {
        login.password = Objects.requireNonNull(password, "password");
        return this;
    }

    /**
     * A token of TDengine Cloud, whose gateway wants to see it in the query of every URL (manual, "TDengine Cloud"). Null
     * or empty for none.
     */
    public TdengineClientBuilder token(@Nullable String token) {
        login.token = emptyToNull(token);
        return this;
    }

    /**
     * A token that the server made for a user ({@code create token}); it replaces user and password. Needs server 3.4.0.0;
     * an older one is refused by a message that says so. Null or empty for none.
     */
    public TdengineClientBuilder bearerToken(@Nullable String bearerToken) {
        login.bearerToken = emptyToNull(bearerToken);
        return this;
    }

    /**
     * A second factor beside user and password (TOTP, RFC 6238), for connections over WebSocket; null for none. Needs server
     * 3.4.0.0.
     *
     * @param oneTimeCode gives the code of the moment; asked at every login, by any thread that connects
     */
    public TdengineClientBuilder oneTimeCode(@Nullable Supplier<String> oneTimeCode) {
        login.oneTimeCode = oneTimeCode;
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
        settings.accept(route.tls());
        return this;
    }

    TdengineClientBuilder encrypted(boolean encrypted) {
        route.encrypted = encrypted;
        return this;
    }

    /** Goes through an HTTP proxy that wants no credentials, as {@link #proxy(String, String, String)}. */
    public TdengineClientBuilder proxy(String endpoint) {
        Endpoint proxy = Endpoint.parse(endpoint, RouteOptions.DEFAULT_PROXY_PORT);
        return proxyHost(proxy.host()).proxyPort(proxy.port());
    }

    /**
     * Goes through an HTTP proxy. WebSockets, and everything over TLS, need one that grants {@code CONNECT} to the
     * servers.
     *
     * @param endpoint as in {@link #endpoints}, port 3128 unless given
     * @throws IllegalArgumentException if the endpoint is malformed
     */
    public TdengineClientBuilder proxy(String endpoint, String username, String password) {
        return proxy(endpoint).proxyUsername(username).proxyPassword(password);
    }

    TdengineClientBuilder proxyHost(String host) {
        route.proxyHost = host;
        return this;
    }

    TdengineClientBuilder proxyPort(int port) {
        route.proxyPort = port;
        return this;
    }

    TdengineClientBuilder proxyUsername(String username) {
        route.proxyUsername = username;
        return this;
    }

    TdengineClientBuilder proxyPassword(String password) {
        route.proxyPassword = password;
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
     * The time zone in which the server reads times written without one; null for the server's own. Timestamps that come
     * back are instants, whatever the zone. Needs server 3.3.5.0; an older one is refused by an exception.
     *
     * @throws IllegalArgumentException if it is no region of the IANA's, such as {@code Asia/Shanghai}, nor {@code UTC}: the
     *     server does not know offsets
     */
    public TdengineClientBuilder timeZone(@Nullable ZoneId timeZone) {
        this.timeZone = SessionState.NONE.withZone(timeZone).zone();
        return this;
    }

    @Override
    TdengineClientBuilder self() {
        return this;
    }

    /**
     * Makes the client; nothing is connected yet.
     *
     * @throws IllegalArgumentException if what it has been told does not fit together, or certificates cannot be read
     */
    public TdengineClient build() {
        Timeouts timeouts = timeouts();
        TransportSettings settings = new TransportSettings(
                login.identity(), timeouts, route.tlsSettings(), route.proxy(), compression, application, flowLimits());
        List<Transport> transports = endpointOrder.arrange(endpoints).stream()
                .map(endpoint -> Transports.open(transport, webSocketEngine, endpoint, settings))
                .toList();
        Cluster cluster = new Cluster(transports, timeouts.connect());
        ConnectionPool pool = cluster.newPool(new SessionState(database, timeZone), poolLimits());
        ConsumerConnections consumers = new ConsumerConnections(List.copyOf(endpoints), login.identity());
        return new TdengineClient(transport, cluster, new Requests(pool, timeouts), consumers);
    }
}
