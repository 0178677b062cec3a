// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.tls.TlsOptions;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.HttpProxy;
import io.tdspring.client.transport.TlsSettings;
import org.jspecify.annotations.Nullable;

/** Collects how sockets reach the servers: encrypted, through a proxy; confined to one thread. */
final class RouteOptions {

    static final int DEFAULT_PROXY_PORT = 3128;

    @Nullable
    Boolean encrypted;

    @Nullable
    TlsOptions tls;

    String proxyHost = "";
    int proxyPort = DEFAULT_PROXY_PORT;

    String proxyUsername = "";
    String proxyPassword = "";

    /** The options of TLS, made at the first call. */
    TlsOptions tls() {
        if (tls == null) {
            tls = new TlsOptions();
        }
        return tls;
    }

    /**
     * How sockets are encrypted; null if they are not.
     *
     * @throws IllegalArgumentException if there are options for what is off, or certificates cannot be read
     */
    @Nullable
    TlsSettings tlsSettings() {
        if (Boolean.FALSE.equals(encrypted) && tls != null) {
            throw new IllegalArgumentException("there are options of TLS, which is off;"
                    + " turn it on by ssl.enabled=true, or by wss or rests in the URL");
        }
        return tls == null && !Boolean.TRUE.equals(encrypted) ? null : tls().settings();
    }

    /**
     * The proxy; null if there is none.
     *
     * @throws IllegalArgumentException if there are options of a proxy without a host, the host is malformed, or there is a
     *     password without a user
     */
    @Nullable
    HttpProxy proxy() {
        if (!proxyHost.isEmpty()) {
            return new HttpProxy(new Endpoint(proxyHost, proxyPort), proxyCredentials());
        }
        if (!proxyUsername.isEmpty() || !proxyPassword.isEmpty() || proxyPort != DEFAULT_PROXY_PORT) {
            throw new IllegalArgumentException("there are options of a proxy, but no proxy.host");
        }
        return null;
    }

    private @Nullable Credentials proxyCredentials() {
        if (!proxyUsername.isEmpty()) {
            return new Credentials(proxyUsername, proxyPassword);
        }
        if (!proxyPassword.isEmpty()) {
            throw new IllegalArgumentException("there is a proxy.password, but no proxy.username");
        }
        return null;
    }
}
