// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.client;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.WebSocketEngineType;

/** How the client connects. */
public final class Clients {

    private Clients() {}

    public static TdengineClient connect(WebSocketEngineType engine, String endpoint) {
        return TdengineClient.builder()
                .endpoints(endpoint)
                .webSocketEngine(engine)
                .build();
    }
}
