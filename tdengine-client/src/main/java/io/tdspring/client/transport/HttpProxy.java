// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy that is asked to {@code CONNECT} (RFC 9110, 9.3.6). Immutable; its text does not show the credentials.
 *
 * @param credentials sent as Basic, or null if the proxy wants none
 */
public record HttpProxy(Endpoint endpoint, @Nullable Credentials credentials) {

    @Override
    public String toString() {
        return "HttpProxy[endpoint=" + endpoint + "]";
    }
}
