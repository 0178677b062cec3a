// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

/** The ways to reach TDengine. */
public enum TransportType {
    /** WebSocket to taosAdapter, port 6041: everything this client can do. The default. */
    WEBSOCKET,

    /**
     * HTTP to taosAdapter, port 6041: statements and queries only. The server may cut an answer short without saying so
     * when fetching rows fails, so use {@link #WEBSOCKET} where that matters.
     */
    REST
}
