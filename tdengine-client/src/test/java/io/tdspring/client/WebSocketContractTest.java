// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line of versions of servers, by each engine. */
@ParameterizedClass
@CsvSource({
    "OKHTTP, 3.3.2.0",
    "DIRECT, 3.3.2.0",
    "OKHTTP, 3.3.6.0",
    "DIRECT, 3.3.6.0",
    "OKHTTP, 3.3.7.5",
    "DIRECT, 3.3.7.5",
    "OKHTTP, 3.4.1.13",
    "DIRECT, 3.4.1.13"
})
class WebSocketContractTest extends TransportContract {

    WebSocketContractTest(WebSocketEngineType engine, String version) {
        super(TransportType.WEBSOCKET, engine, version);
    }
}
