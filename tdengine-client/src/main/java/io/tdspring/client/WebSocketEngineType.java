// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

/** What speaks RFC 6455 for {@link TransportType#WEBSOCKET}. */
public enum WebSocketEngineType {
    /** The one that this version of the client recommends: {@link #DIRECT}. The default. */
    AUTO,

    /** OkHttp. A message to the server may have 15 MiB. */
    OKHTTP,

    /**
     * One that speaks RFC 6455 itself, over a blocking socket, and copies a long message once on its way. A message to the
     * server may have 1 GiB, one from it 128 MiB.
     */
    DIRECT
}
