// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.io.IOException;

/**
 * The head of a frame from a server (RFC 6455, 5.2). Immutable.
 *
 * <pre>
 * 0                1               2
 * | FIN RSV opcode | MASK length-7 | 0, 2 or 8 bytes of length
 * | 1   3   4 bits | 1    7 bits   | behind 126 or 127
 * </pre>
 *
 * @param isFinal whether the message ends with this frame
 * @param isCompressed whether the message that begins with this frame is compressed (RFC 7692, 6)
 */
record FrameHeader(int opcode, boolean isFinal, boolean isCompressed, long length) {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    static final int FIN = 0x80;
    static final int RSV1 = 0x40;
    static final int MASK = 0x80;

    /** What the length in seven bits says of a length in two bytes, and of one in eight. */
    static final int TWO_BYTES = 126;

    static final int EIGHT_BYTES = 127;

    static final int MAX_CONTROL_BYTES = 125;
    static final int MAX_TWO_BYTES = 0xffff;

    private static final int OTHER_RSV = 0x30;
    private static final int OPCODE = 0x0f;
    private static final int LENGTH = 0x7f;

    /**
     * @param compression whether compressed messages were agreed upon
     */
    static FrameHeader read(SocketInput in, boolean compression) throws IOException {
        int first = in.readByte();
        int second = in.readByte();
        if ((second & MASK) != 0) {
            throw Violation.protocolError("a masked frame");
        }
        int opcode = first & OPCODE;
        boolean compressed = (first & RSV1) != 0;
        if ((first & OTHER_RSV) != 0 || (compressed && !(compression && (opcode == TEXT || opcode == BINARY)))) {
            throw Violation.protocolError("a frame with reserved bits");
        }
        FrameHeader header = new FrameHeader(opcode, (first & FIN) != 0, compressed, length(in, second & LENGTH));
        header.requireKnownOpcode();
        return header;
    }

    private static long length(SocketInput in, int length) throws IOException {
        if (length == TWO_BYTES) {
            return minimal(in.readBigEndian(2), TWO_BYTES);
        }
        if (length == EIGHT_BYTES) {
            return minimal(in.readBigEndian(8), MAX_TWO_BYTES + 1L);
        }
        return length;
    }

    // Also refuses a length whose highest bit is set.
    private static long minimal(long length, long least) throws Violation {
        if (length < least) {
            throw Violation.protocolError("the length " + Long.toUnsignedString(length) + " in a form it may not have");
        }
        return length;
    }

    private void requireKnownOpcode() throws Violation {
        if (opcode > PONG || (opcode > BINARY && opcode < CLOSE)) {
            throw Violation.protocolError("a frame with the reserved opcode " + opcode);
        }
        if (isControl() && !isFinal) {
            throw Violation.protocolError("a control frame in fragments");
        }
        if (isControl() && length > MAX_CONTROL_BYTES) {
            throw Violation.protocolError("a control frame of " + length + " bytes");
        }
    }

    boolean isControl() {
        return opcode >= CLOSE;
    }
}
