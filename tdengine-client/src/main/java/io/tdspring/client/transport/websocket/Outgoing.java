// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.ws.TextRequest;
import java.nio.ByteBuffer;

/**
 * A request on its way out. Immutable.
 *
 * @param what its action, which names it in messages
 * @param requestId not 0, unsigned
 * @param bytes of the message, for the limits of the socket
 * @param message sends itself over a socket
 */
record Outgoing(String what, long requestId, long bytes, Message message) {

    /** What is sent, as text or in bytes. */
    @FunctionalInterface
    interface Message {
        boolean sendOver(OpenSocket socket, Deadline deadline);
    }

    static Outgoing of(TextRequest request) {
        String json = request.toJson();
        return new Outgoing(
                request.action(),
                request.requestId(),
                utf8Length(json),
                (socket, deadline) -> socket.sendText(json, deadline));
    }

    static Outgoing of(String action, long requestId, BinaryMessage request) {
        return of(action, requestId, request.toFrame());
    }

    /** A message whose parts, one behind the other, make the frame; they stay untouched until it has been sent. */
    static Outgoing of(String action, long requestId, ByteBuffer... parts) {
        long bytes = 0;
        for (ByteBuffer part : parts) {
            bytes += part.remaining();
        }
        return new Outgoing(action, requestId, bytes, (socket, deadline) -> socket.sendBinary(deadline, parts));
    }

    // A surrogate pair makes four bytes; a lone one is sent as a question mark.
    private static long utf8Length(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return bytes;
    }

    /**
     * Sends the message.
     *
     * @return false if the socket has ended and nothing was sent
     */
    boolean sendOver(OpenSocket socket, Deadline deadline) {
        return message.sendOver(socket, deadline);
    }

    /** Without the message, which may hold a password or values. */
    @Override
    public String toString() {
        return what + " (request id " + RequestIds.text(requestId) + ")";
    }
}
