// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import io.tdspring.client.WebSocketEngineType;
import java.time.Duration;

/** Properties of transport websocket. */
public class TdengineWebsocketProperties {

    /** What opens WebSockets. */
    private WebSocketEngineType engine = WebSocketEngineType.AUTO;

    /** Time of silence after which the server is asked for a sign of life. */
    private Duration pingInterval = Duration.ofSeconds(10);

    /** Time for the sign of life, after which the connection is given up. */
    private Duration pingTimeout = Duration.ofSeconds(5);

    public WebSocketEngineType getEngine() {
        return engine;
    }

    public void setEngine(WebSocketEngineType engine) {
        this.engine = engine;
    }

    public Duration getPingInterval() {
        return pingInterval;
    }

    public void setPingInterval(Duration pingInterval) {
        this.pingInterval = pingInterval;
    }

    public Duration getPingTimeout() {
        return pingTimeout;
    }

    public void setPingTimeout(Duration pingTimeout) {
        this.pingTimeout = pingTimeout;
    }
}
