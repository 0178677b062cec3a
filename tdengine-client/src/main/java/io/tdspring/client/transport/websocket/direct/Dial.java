// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.direct;

import io.tdspring.client.transport.ConnectProgress;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.TlsSettings;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.websocket.frame.SocketInput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to reach a server: TCP, proxy, TLS. {@link #cancel()} and {@link #progress()} may be called by any thread.
 */
final class Dial {

    private final Endpoint endpoint;
    private final TransportSettings settings;
    private final Deadline deadline;
    private final ConnectProgress progress;
    private @Nullable Socket current; // guarded by this
    private boolean cancelled; // guarded by this

    Dial(Endpoint endpoint, TransportSettings settings, Deadline deadline) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.deadline = deadline;
        this.progress = ConnectProgress.tunnelled(endpoint, settings.proxy());
    }

    SocketCarrier dial() throws IOException {
        Socket socket = connect();
        TlsSettings tls = settings.tls();
        if (tls == null) {
            return new SocketCarrier(socket, new SocketInput(socket.getInputStream()), socket.getOutputStream());
        }
        SSLSocket encrypted = encrypt(socket, tls);
        return new SocketCarrier(socket, new SocketInput(encrypted.getInputStream()), encrypted.getOutputStream());
    }

    // One address after the other, each with its share of the time.
    private Socket connect() throws IOException {
        List<InetAddress> addresses = progress.resolve(endpoint.host());
        IOException failure = new UnknownHostException(endpoint.host());
        for (int i = 0; i < addresses.size(); i++) {
            try {
                return connect(addresses.get(i), share(addresses.size() - i));
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    // The last one has as long as it takes until this is cancelled.
    private int share(int shares) {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline.remainingNanos()) / shares;
        return shares == 1 ? 0 : (int) Math.max(1, Math.min(millis, Integer.MAX_VALUE));
    }

    private Socket connect(InetAddress address, int timeoutMillis) throws IOException {
        Socket socket = progress.createSocket();
        setCurrent(socket);
        try {
            socket.connect(new InetSocketAddress(address, endpoint.port()), timeoutMillis);
            return socket;
        } catch (IOException e) {
            SocketCarrier.cut(socket);
            throw e;
        }
    }

    private SSLSocket encrypt(Socket socket, TlsSettings tls) throws IOException {
        SSLSocket encrypted = (SSLSocket)
                tls.context().getSocketFactory().createSocket(socket, endpoint.host(), endpoint.port(), true);
        SSLParameters parameters = encrypted.getSSLParameters();
        if (tls.verifiesHost()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        if (isName(endpoint.host())) {
            // By itself Java names only hosts with a dot in their names.
            parameters.setServerNames(List.of(new SNIHostName(endpoint.host())));
        }
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }

    // RFC 6066, section 3: addresses are not allowed.
    private static boolean isName(String host) {
        return host.indexOf(':') < 0 && !host.matches("[0-9.]+") && !host.endsWith(".");
    }

    private synchronized void setCurrent(Socket socket) throws SocketException {
        if (cancelled) {
            SocketCarrier.cut(socket);
            throw new SocketException("cancelled");
        }
        current = socket;
    }

    /** Ends the attempt, and what it has reached so far. */
    synchronized void cancel() {
        cancelled = true;
        if (current != null) {
            SocketCarrier.cut(current);
        }
    }

    /** How far it has got. */
    ConnectProgress progress() {
        return progress;
    }
}
