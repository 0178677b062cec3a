// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.RequestIds;
import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.ws.TextRequest;
import java.util.function.Predicate;
import okhttp3.WebSocket;
import okio.ByteString;

/**
 * A request on its way out. Immutable.
 *
 * @param what its action, which names it in messages
 * @param requestId not 0, unsigned
 * @param size of the message, for the limits of the socket
 * @param sender queues the message on a socket
 */
record Outgoing(String what, long requestId, int size, Predicate<WebSocket> sender) {

    static Outgoing of(TextRequest request) {
        String json = request.toJson();
        return new Outgoing(request.action(), request.requestId(), json.length(), socket -> socket.send(json));
    }

    /** The frame is copied once, as OkHttp wants bytes of its own. */
    static Outgoing of(String action, long requestId, BinaryMessage request) {
        ByteString frame = ByteString.of(request.toFrame());
        return new Outgoing(action, requestId, frame.size(), socket -> socket.send(frame));
    }

    /** Queues the message; false if the socket takes no more. */
    boolean sendOver(WebSocket socket) {
        return sender.test(socket);
    }

    /** Without the message, which may hold a password or values. */
    @Override
    public String toString() {
        return what + " (request id " + RequestIds.text(requestId) + ")";
    }
}
