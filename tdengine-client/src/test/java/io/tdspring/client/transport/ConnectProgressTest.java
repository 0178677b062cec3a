// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class ConnectProgressTest {

    @Test
    void itsSocketsSendSmallWritesAtOnce() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ConnectProgress progress = new ConnectProgress(new Endpoint("localhost", server.getLocalPort()));
            try (Socket socket = progress.createSocket()) {
                socket.connect(server.getLocalSocketAddress(), 10_000);

                assertThat(socket.getTcpNoDelay()).isTrue();
            }
        }
    }
}
