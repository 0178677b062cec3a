// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import org.jspecify.annotations.Nullable;

/** What this client calls itself towards a server. */
final class Connector {

    /** With the version where the jar tells it, such as {@code tdspring-1.0.0}. */
    static final String NAME = name(Connector.class.getPackage().getImplementationVersion());

    private Connector() {}

    private static String name(@Nullable String version) {
        return version == null ? "tdspring" : "tdspring-" + version;
    }
}
