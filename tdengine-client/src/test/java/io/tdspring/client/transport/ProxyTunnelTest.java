// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** RFC 9110, 9.3.6 and 11.7.2. */
class ProxyTunnelTest {

    private static final Endpoint SERVER = new Endpoint("::1", 6041);

    private final ServerSocket server;

    ProxyTunnelTest() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private Socket open(ScriptedProxy proxy, @Nullable Credentials credentials) throws IOException {
        ProxyTunnel tunnel = new ProxyTunnel(new HttpProxy(proxy.endpoint(), credentials), SERVER);
        Socket socket = new Socket();
        try {
            socket.connect(tunnel.entrance(), 10_000);
            socket.setSoTimeout(10_000);
            tunnel.open(socket);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Test
    void leadsToTheServer() throws Exception {
        try (ScriptedProxy proxy = new ScriptedProxy("HTTP/1.1 200 OK\r\nVia: test", server.getLocalPort());
                Socket socket = open(proxy, null);
                Socket accepted = server.accept()) {
            assertThat(proxy.take()).isEqualTo("CONNECT [::1]:6041 HTTP/1.1\r\nHost: [::1]:6041\r\n\r\n");

            accepted.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().readNBytes(5)).asString().isEqualTo("hello");
        }
    }

    /** The example of RFC 7617, 2. */
    @Test
    void saysWhoItIs() throws Exception {
        try (ScriptedProxy proxy = new ScriptedProxy("HTTP/1.0 200 ", server.getLocalPort());
                Socket socket = open(proxy, new Credentials("Aladdin", "open sesame"))) {
            assertThat(socket.isConnected()).isTrue();
            assertThat(proxy.take()).contains("\r\nProxy-Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n");
        }
    }

    @Test
    void saysThatItWasRefused() throws Exception {
        try (ScriptedProxy proxy = new ScriptedProxy("HTTP/1.1 407 Proxy Authentication Required", 1)) {
            assertThatIOException()
                    .isThrownBy(() -> open(proxy, new Credentials("me", "secret")))
                    .withMessage(
                            "proxy " + proxy.endpoint() + " answered HTTP 407 instead of connecting to [::1]:6041");
        }
    }

    @Test
    void refusesWhatIsNoHttp() throws Exception {
        try (ScriptedProxy proxy = new ScriptedProxy("SSH-2.0 200", 1)) {
            assertThatIOException()
                    .isThrownBy(() -> open(proxy, null))
                    .withMessageContaining("answered what is no HTTP");
        }
    }

    @Test
    void refusesAHeadWithoutAnEnd() throws Exception {
        try (ScriptedProxy proxy = new ScriptedProxy("HTTP/1.1 500 " + "x".repeat(20_000), 1)) {
            assertThatIOException()
                    .isThrownBy(() -> open(proxy, null))
                    .withMessage("proxy " + proxy.endpoint() + " answered without an end");
        }
    }
}
