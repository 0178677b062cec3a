// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

/**
 * What opens WebSockets for {@link TransportType#WEBSOCKET}. Over each a message to the server may have 1 GiB, one from it
 * 128 MiB, and a long message is sent without being copied as a whole.
 */
public enum WebSocketEngineType {
    /** The one that this version of the client recommends: {@link #DIRECT}. The default. */
    AUTO,

    /** Has OkHttp connect, encrypt and upgrade, and reads through its buffers. */
    OKHTTP,

    /** Does all of it over a blocking socket, and copies what comes in once. */
    DIRECT
}
