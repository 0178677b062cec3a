// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

@EachWebSocketEngine
class WebSocketContractTest extends TransportContract {

    WebSocketContractTest(WebSocketEngineType engine) {
        super(TransportType.WEBSOCKET, engine);
    }
}
