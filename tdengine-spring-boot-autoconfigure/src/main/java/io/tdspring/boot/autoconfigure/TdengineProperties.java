// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import io.tdspring.client.TransportType;
import java.time.Duration;
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

    /** Comma-separated list of host:port pairs of taosAdapter; the first that answers is taken. */
    private List<String> endpoints = new ArrayList<>(List.of("localhost:6041"));

    /** Login user of the server. */
    private String username = "root";

    /** Login password of the server. */
    private String password = "taosdata";

    /** Database that names without one belong to. */
    private @Nullable String database;

    /** Time to reach the server and log in, over all endpoints. */
    private Duration connectTimeout = Duration.ofSeconds(10);

    /** Time for one request to be answered. */
    private Duration requestTimeout = Duration.ofSeconds(60);

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
