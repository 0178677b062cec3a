// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The way to a server through an HTTP proxy that is asked to {@code CONNECT} (RFC 9110, 9.3.6), which is what a WebSocket
 * needs with TLS and without (RFC 6455, 4.1). Immutable.
 */
public final class ProxyTunnel {

    private static final int MAX_HEAD_BYTES = 16 << 10;

    private final HttpProxy proxy;
    private final Endpoint server;

    public ProxyTunnel(HttpProxy proxy, Endpoint server) {
        this.proxy = proxy;
        this.server = server;
    }

    /** The proxy did not want to. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /** The address of the proxy, to which a socket has to be connected. */
    public InetSocketAddress entrance() throws IOException {
        return new InetSocketAddress(
                InetAddress.getByName(proxy.endpoint().host()), proxy.endpoint().port());
    }

    /**
     * Asks the proxy for a connection to the server. Afterwards what is sent over the socket goes there.
     *
     * @param socket connected to the {@link #entrance}; its reading timeout holds for each byte of the answer
     * @throws IOException if the proxy refuses
     */
    public void open(Socket socket) throws IOException {
        socket.getOutputStream().write(request().getBytes(StandardCharsets.US_ASCII));
        String head = readHead(socket.getInputStream());
        String[] status = head.lines().findFirst().orElse("").split(" ", 3);
        boolean isHttp = status.length > 1 && status[0].startsWith("HTTP/1.");
        if (!isHttp || !status[1].matches("2\\d\\d")) {
            String answer = isHttp ? "HTTP " + status[1] : "what is no HTTP";
            throw new RefusedException(
                    "proxy " + proxy.endpoint() + " answered " + answer + " instead of connecting to " + server);
        }
    }

    private String request() {
        String request = "CONNECT " + server + " HTTP/1.1\r\nHost: " + server + "\r\n";
        Credentials credentials = proxy.credentials();
        if (credentials != null) {
            String userPass = credentials.user() + ":" + credentials.password();
            String basic = Base64.getEncoder().encodeToString(userPass.getBytes(StandardCharsets.UTF_8));
            request += "Proxy-Authorization: Basic " + basic + "\r\n";
        }
        return request + "\r\n";
    }

    // Byte by byte, as what follows belongs to the server.
    private String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the proxy said nothing to CONNECT");
            }
            if (head.length() == MAX_HEAD_BYTES) {
                throw new RefusedException("proxy " + proxy.endpoint() + " answered without an end");
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
