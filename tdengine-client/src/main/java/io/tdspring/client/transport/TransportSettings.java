// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import org.jspecify.annotations.Nullable;

/**
 * How to reach the servers of a cluster, the same for all of them. Immutable.
 *
 * @param tls null for plain TCP
 * @param proxy null to connect directly
 * @param compression whether messages may be compressed: permessage-deflate (RFC 7692) on a WebSocket, gzip over REST
 */
public record TransportSettings(
        Credentials credentials,
        Timeouts timeouts,
        @Nullable TlsSettings tls,
        @Nullable HttpProxy proxy,
        boolean compression) {

    /** Plain TCP, without a proxy and without compression. */
    public static TransportSettings plain(Credentials credentials, Timeouts timeouts) {
        return new TransportSettings(credentials, timeouts, null, null, false);
    }
}
