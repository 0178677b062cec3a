// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import io.tdspring.client.WebSocketEngineType;

/** Properties of transport websocket. */
public class TdengineWebsocketProperties {

    /** What opens WebSockets. */
    private WebSocketEngineType engine = WebSocketEngineType.AUTO;

    public WebSocketEngineType getEngine() {
        return engine;
    }

    public void setEngine(WebSocketEngineType engine) {
        this.engine = engine;
    }
}
