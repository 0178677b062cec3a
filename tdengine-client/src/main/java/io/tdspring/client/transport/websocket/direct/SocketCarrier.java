// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.direct;

import io.tdspring.client.transport.websocket.frame.Carrier;
import io.tdspring.client.transport.websocket.frame.SocketInput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams of a socket, or of TLS over it.
 *
 * @param socket of TCP, also under TLS, whose own farewell could wait
 */
record SocketCarrier(Socket socket, SocketInput in, OutputStream out) implements Carrier {

    private static final Logger log = LoggerFactory.getLogger(SocketCarrier.class);

    @Override
    public void cut() {
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
