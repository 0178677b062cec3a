// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

/** Configuration properties of the embedded server, which is for development and tests. */
public class TdengineEmbeddedProperties {

    /** Whether to start a TDengine-compatible server in this JVM and connect to it. */
    private boolean enabled;

    /** Port on the loopback address; 0 for a free one. */
    private int port;

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public int getPort() {
        return port;
    }

    public void setPort(int port) {
        this.port = port;
    }
}
