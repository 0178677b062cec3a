// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.nio.ByteBuffer;

/**
 * The payload of a Close frame (RFC 6455, 5.5.1). Immutable.
 *
 * @param reason for people; may be empty
 */
record CloseFrame(int code, String reason) {

    static final int NORMAL = 1000;
    static final int GOING_AWAY = 1001;
    static final int PROTOCOL_ERROR = 1002;
    static final int INVALID_PAYLOAD = 1007;
    static final int TOO_BIG = 1009;

    /** Stands for a frame without a code; not to be sent (7.4.1). */
    static final int NO_STATUS = 1005;

    private static final int CODE_BYTES = 2;

    /** Reads a payload of at most 125 bytes. */
    static CloseFrame read(ByteBuffer payload) throws Violation {
        if (!payload.hasRemaining()) {
            return new CloseFrame(NO_STATUS, "");
        }
        if (payload.remaining() < CODE_BYTES) {
            throw Violation.protocolError("a Close frame with half a code");
        }
        int code = payload.getShort() & 0xffff;
        if (!isForTheWire(code)) {
            throw Violation.protocolError("a Close frame with the code " + code);
        }
        byte[] reason = new byte[payload.remaining()];
        payload.get(reason);
        return new CloseFrame(code, Utf8.decode(reason, 0, reason.length));
    }

    // Section 7.4 and the registry of 11.7, which has grown to 1014.
    private static boolean isForTheWire(int code) {
        boolean registered = code >= NORMAL && code <= 1014 && code != 1004 && code != NO_STATUS && code != 1006;
        return registered || (code >= 3000 && code <= 4999);
    }

    /** The payload of the answer, which repeats the code. */
    ByteBuffer echo() {
        return code == NO_STATUS ? ByteBuffer.allocate(0) : payload(code);
    }

    static ByteBuffer payload(int code) {
        return ByteBuffer.allocate(CODE_BYTES).putShort(0, (short) code);
    }

    /** As a message shows it: nothing if all is normal. */
    @Override
    public String toString() {
        boolean normal = code == NORMAL || code == GOING_AWAY || code == NO_STATUS;
        if (normal && reason.isEmpty()) {
            return "";
        }
        return " (" + code + (reason.isEmpty() ? "" : ", " + reason) + ")";
    }
}
