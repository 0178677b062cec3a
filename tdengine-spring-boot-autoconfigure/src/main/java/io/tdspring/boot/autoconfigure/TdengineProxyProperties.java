// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/** Properties of an HTTP proxy. */
public class TdengineProxyProperties {

    /** HTTP proxy that all connections go through. */
    private @Nullable String host;

    /** Port of the proxy. */
    private int port = 3128;

    /** User whom the proxy knows. */
    private @Nullable String username;

    /** Password of the proxy's user. */
    private @Nullable String password;

    public @Nullable String getHost() {
        return host;
    }

    public void setHost(@Nullable String host) {
        this.host = host;
    }

    public int getPort() {
        return port;
    }

    public void setPort(int port) {
        this.port = port;
    }

    public @Nullable String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = username;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
