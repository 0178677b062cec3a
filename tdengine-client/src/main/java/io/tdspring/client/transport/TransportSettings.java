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
 * @param application what the server shows as the name of this client's sessions; null for none
 * @param flow of no effect over REST
 */
public record TransportSettings(
        Identity identity,
        Timeouts timeouts,
        @Nullable TlsSettings tls,
        @Nullable HttpProxy proxy,
        boolean compression,
        @Nullable String application,
        FlowLimits flow) {

    /** Settings without a name for the application, and with the default limits of flow. */
    public TransportSettings(
            Identity identity,
            Timeouts timeouts,
            @Nullable TlsSettings tls,
            @Nullable HttpProxy proxy,
            boolean compression) {
        this(identity, timeouts, tls, proxy, compression, null, FlowLimits.DEFAULT);
    }

    /** Plain TCP, without a proxy and without compression. */
    public static TransportSettings plain(Identity identity, Timeouts timeouts) {
        return new TransportSettings(identity, timeouts, null, null, false);
    }
}
