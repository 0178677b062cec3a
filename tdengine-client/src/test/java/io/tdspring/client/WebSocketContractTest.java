// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

class WebSocketContractTest extends TransportContract {

    WebSocketContractTest() {
        super(TransportType.WEBSOCKET);
    }
}
