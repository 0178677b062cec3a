// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.io.IOException;

/** The peer broke a rule of RFC 6455 or 7692; the connection is failed (RFC 6455, 7.1.7). */
final class Violation extends IOException {

    private static final long serialVersionUID = 1L;

    private final int closeCode;

    private Violation(int closeCode, String message) {
        super(message);
        this.closeCode = closeCode;
    }

    static Violation protocolError(String message) {
        return new Violation(CloseFrame.PROTOCOL_ERROR, message);
    }

    /** Of bytes that do not fit the type of their message. */
    static Violation invalidPayload(String message) {
        return new Violation(CloseFrame.INVALID_PAYLOAD, message);
    }

    static Violation tooBig(String message) {
        return new Violation(CloseFrame.TOO_BIG, message);
    }

    /** What the peer is told (RFC 6455, 7.4.1). */
    int closeCode() {
        return closeCode;
    }
}
