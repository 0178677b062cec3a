// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.direct;

import io.tdspring.client.transport.Endpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The byte streams under a WebSocket. {@link #cut()} may be called by any thread.
 *
 * @param socket of TCP, also under TLS
 */
record Carrier(Socket socket, SocketInput in, OutputStream out) {

    private static final Logger log = LoggerFactory.getLogger(Carrier.class);

    /** How HTTP names an endpoint (RFC 9110, 7.2): as it is written, but without the zone of an address. */
    static String authority(Endpoint endpoint) {
        int zone = endpoint.host().indexOf('%');
        return zone < 0
                ? endpoint.toString()
                : new Endpoint(endpoint.host().substring(0, zone), endpoint.port()).toString();
    }

    /** Ends both streams at once; who reads or writes fails. Under TLS as well, whose own farewell could wait. */
    void cut() {
        cut(socket);
    }

    static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("closing a socket failed", e);
        }
    }
}
