// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import io.tdspring.client.EndpointOrder;
import io.tdspring.client.TransportType;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/** Configuration properties of the TDengine client. */
@ConfigurationProperties("tdengine")
public class TdengineProperties {

    /** Whether to configure the TDengine client. */
    private boolean enabled = true;

    /** How to reach TDengine. */
    private TransportType transport = TransportType.WEBSOCKET;

    /** Comma-separated list of host:port pairs of taosAdapter; connections are spread over them. */
    private List<String> endpoints = new ArrayList<>(List.of("localhost:6041"));

    /** Login user of the server. */
    private String username = "root";

    /** Login password of the server. */
    private String password = "taosdata";

    /** Token of TDengine Cloud. */
    private @Nullable String token;

    /** Token that the server made for a user; replaces username and password. Needs server 3.4.0.0. */
    private @Nullable String bearerToken;

    /** Name under which the server shows the sessions of this application, of at most 23 bytes. */
    private @Nullable String applicationName;

    /** Database that names without one belong to. */
    private @Nullable String database;

    /** Time to reach the server and log in, over all endpoints. */
    private Duration connectTimeout = Duration.ofSeconds(10);

    /** Time for one request to be answered. */
    private Duration requestTimeout = Duration.ofSeconds(60);

    /** Whether messages may be compressed, which pays on slow networks. */
    private boolean compression;

    /** Order in which servers with equally many connections are taken. */
    private EndpointOrder endpointOrder = EndpointOrder.SHUFFLED;

    /** Time zone of times that a statement writes without one; the server's own unless set. */
    private @Nullable ZoneId timeZone;

    /** Most connections that all threads share. */
    private int maxConnections = 8;

    /** Time after which an unused connection is closed, unless it is the last. */
    private Duration idleTimeout = Duration.ofMinutes(10);

    @NestedConfigurationProperty
    private final TdengineSslProperties ssl = new TdengineSslProperties();

    @NestedConfigurationProperty
    private final TdengineProxyProperties proxy = new TdengineProxyProperties();

    @NestedConfigurationProperty
    private final TdengineWebsocketProperties websocket = new TdengineWebsocketProperties();

    @NestedConfigurationProperty
    private final TdengineAdminProperties admin = new TdengineAdminProperties();

    @NestedConfigurationProperty
    private final TdengineTmqProperties tmq = new TdengineTmqProperties();

    @NestedConfigurationProperty
    private final TdengineListenerProperties listener = new TdengineListenerProperties();

    @NestedConfigurationProperty
    private final TdengineEmbeddedProperties embedded = new TdengineEmbeddedProperties();

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public TransportType getTransport() {
        return transport;
    }

    public void setTransport(TransportType transport) {
        this.transport = transport;
    }

    public List<String> getEndpoints() {
        return endpoints;
    }

    public void setEndpoints(List<String> endpoints) {
        this.endpoints = endpoints;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public @Nullable String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = token;
    }

    public @Nullable String getBearerToken() {
        return bearerToken;
    }

    public void setBearerToken(@Nullable String bearerToken) {
        this.bearerToken = bearerToken;
    }

    public @Nullable String getApplicationName() {
        return applicationName;
    }

    public void setApplicationName(@Nullable String applicationName) {
        this.applicationName = applicationName;
    }

    public @Nullable String getDatabase() {
        return database;
    }

    public void setDatabase(@Nullable String database) {
        this.database = database;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Duration getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(Duration requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public boolean isCompression() {
        return compression;
    }

    public void setCompression(boolean compression) {
        this.compression = compression;
    }

    public EndpointOrder getEndpointOrder() {
        return endpointOrder;
    }

    public void setEndpointOrder(EndpointOrder endpointOrder) {
        this.endpointOrder = endpointOrder;
    }

    public @Nullable ZoneId getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(@Nullable ZoneId timeZone) {
        this.timeZone = timeZone;
    }

    public int getMaxConnections() {
        return maxConnections;
    }

    public void setMaxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    public Duration getIdleTimeout() {
        return idleTimeout;
    }

    public void setIdleTimeout(Duration idleTimeout) {
        this.idleTimeout = idleTimeout;
    }

    public TdengineSslProperties getSsl() {
        return ssl;
    }

    public TdengineProxyProperties getProxy() {
        return proxy;
    }

    public TdengineWebsocketProperties getWebsocket() {
        return websocket;
    }

    public TdengineAdminProperties getAdmin() {
        return admin;
    }

    public TdengineTmqProperties getTmq() {
        return tmq;
    }

    public TdengineListenerProperties getListener() {
        return listener;
    }

    public TdengineEmbeddedProperties getEmbedded() {
        return embedded;
    }
}
