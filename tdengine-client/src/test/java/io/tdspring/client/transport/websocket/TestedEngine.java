// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.websocket.direct.DirectEngine;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.client.transport.websocket.okhttp.OkHttpEngine;

/** The engines that are to be tested alike. */
public enum TestedEngine {
    OKHTTP {
        @Override
        public WebSocketEngine open(Endpoint endpoint, TransportSettings settings) {
            return new OkHttpEngine(endpoint, settings);
        }
    },
    DIRECT {
        @Override
        public WebSocketEngine open(Endpoint endpoint, TransportSettings settings) {
            return new DirectEngine(endpoint, settings);
        }
    };

    public abstract WebSocketEngine open(Endpoint endpoint, TransportSettings settings);
}
