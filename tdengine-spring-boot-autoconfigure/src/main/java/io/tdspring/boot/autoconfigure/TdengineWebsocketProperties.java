// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import io.tdspring.client.WebSocketEngineType;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Properties of transport websocket. */
public class TdengineWebsocketProperties {

    /** What opens WebSockets. */
    private WebSocketEngineType engine = WebSocketEngineType.AUTO;

    /** Time of silence after which the server is asked for a sign of life. */
    private Duration pingInterval = Duration.ofSeconds(10);

    /** Time for the sign of life, after which the connection is given up. */
    private Duration pingTimeout = Duration.ofSeconds(5);

    /** Requests not yet answered that a connection carries; others wait for their turn. */
    private DataSize maxBytesInFlight = DataSize.ofMegabytes(8);

    /** Part of a result that may be unread before no more is asked for. */
    private DataSize lookAheadBytes = DataSize.ofKilobytes(512);

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

    public DataSize getMaxBytesInFlight() {
        return maxBytesInFlight;
    }

    public void setMaxBytesInFlight(DataSize maxBytesInFlight) {
        this.maxBytesInFlight = maxBytesInFlight;
    }

    public DataSize getLookAheadBytes() {
        return lookAheadBytes;
    }

    public void setLookAheadBytes(DataSize lookAheadBytes) {
        this.lookAheadBytes = lookAheadBytes;
    }
}
