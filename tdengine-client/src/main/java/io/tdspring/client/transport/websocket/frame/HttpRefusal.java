// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.io.IOException;

/** A server answered that it will not; the message says what. */
final class HttpRefusal extends IOException {

    private static final long serialVersionUID = 1L;

    HttpRefusal(String message) {
        super(message);
    }
}
