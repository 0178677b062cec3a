// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import io.tdspring.error.TdengineConnectionException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.List;
import javax.net.SocketFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Follows an attempt to connect, so that its failure can say how far it got. Thread-safe.
 *
 * <p>A carrier looks names up and makes sockets through this, since from the outside it cannot be told whether the socket
 * or the answer is missing.
 */
public final class ConnectProgress extends SocketFactory {

    private enum Phase {
        RESOLVING,
        CONNECTING,
        CONNECTED
    }

    private static final byte[] NOWHERE = new byte[4];

    private final Endpoint endpoint;
    private final @Nullable HttpProxy proxy;
    private final @Nullable ProxyTunnel tunnel;
    private Phase reached = Phase.RESOLVING; // guarded by this

    public ConnectProgress(Endpoint endpoint) {
        this(endpoint, null);
    }

    /**
     * Follows an attempt through a proxy, to which the socket goes then.
     *
     * @param proxy null if there is none
     */
    public ConnectProgress(Endpoint endpoint, @Nullable HttpProxy proxy) {
        this(endpoint, proxy, null);
    }

    private ConnectProgress(Endpoint endpoint, @Nullable HttpProxy proxy, @Nullable ProxyTunnel tunnel) {
        this.endpoint = endpoint;
        this.proxy = proxy;
        this.tunnel = tunnel;
    }

    /**
     * Follows an attempt whose sockets lead to the server when they are connected, through a {@link ProxyTunnel} if there is
     * a proxy, whatever address they are told.
     *
     * @param proxy null if there is none
     */
    public static ConnectProgress tunnelled(Endpoint endpoint, @Nullable HttpProxy proxy) {
        return new ConnectProgress(endpoint, proxy, proxy == null ? null : new ProxyTunnel(proxy, endpoint));
    }

    /** The addresses of a name; none that means anything if the other end of a tunnel is going to look it up. */
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        if (tunnel != null) {
            return List.of(InetAddress.getByAddress(host, NOWHERE));
        }
        return List.of(InetAddress.getAllByName(host));
    }

    /**
     * A socket, not yet connected, that will send what it is given at once. By default it would keep a second small write
     * back until the server has confirmed the first (RFC 896), which takes the server up to 40 ms.
     */
    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(@Nullable SocketAddress address, int timeout) throws IOException {
                SocketAddress hop = tunnel == null ? address : tunnel.entrance();
                reached(Phase.CONNECTING);
                super.connect(hop, timeout);
                setTcpNoDelay(true);
                reached(Phase.CONNECTED);
                if (tunnel != null) {
                    tunnel.open(this);
                }
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private Socket connected(SocketAddress address, @Nullable SocketAddress local) throws IOException {
        Socket socket = createSocket();
        socket.bind(local);
        socket.connect(address);
        return socket;
    }

    // Addresses of one host are tried side by side, and the furthest counts.
    private synchronized void reached(Phase phase) {
        reached = phase.compareTo(reached) > 0 ? phase : reached;
    }

    /** What to throw when the deadline of connecting has passed. */
    public TdengineConnectionException unanswered(Deadline deadline) {
        String message = switch (reached()) {
            case RESOLVING -> "host " + first().host() + " was not resolved within " + deadline;
            case CONNECTING -> hop() + " did not accept the connection within " + deadline;
            case CONNECTED -> hop() + " accepted the connection but " + answerer() + " not answer within " + deadline;
        };
        return new TdengineConnectionException(message, null);
    }

    /** What to throw when connecting failed. */
    public TdengineConnectionException failed(IOException cause) {
        if (cause instanceof UnknownHostException) {
            return new TdengineConnectionException("cannot resolve host " + first().host(), cause);
        }
        if (cause instanceof ProxyTunnel.RefusedException) {
            return new TdengineConnectionException(String.valueOf(cause.getMessage()), cause);
        }
        if (isRefused(cause)) {
            return new TdengineConnectionException(hop() + " refused the connection", cause);
        }
        if (cause instanceof SSLException tls) {
            return new TdengineConnectionException(notAccepted(tls), cause);
        }
        String what = reached() == Phase.CONNECTED
                ? hop() + " ended the connection before it answered: "
                : "cannot connect to " + hop() + ": ";
        return new TdengineConnectionException(what + cause.getMessage(), cause);
    }

    /** Where the socket goes. */
    private Endpoint first() {
        return proxy == null ? endpoint : proxy.endpoint();
    }

    private String hop() {
        return proxy == null ? endpoint.toString() : "proxy " + proxy.endpoint();
    }

    private String answerer() {
        return proxy == null ? "did" : endpoint + " behind it did";
    }

    private String notAccepted(SSLException failure) {
        String certificate = "the certificate of " + endpoint + " is not accepted: ";
        if (failure instanceof SSLPeerUnverifiedException) {
            return certificate + "it does not name this host";
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        boolean isCertificate = failure.getCause() instanceof CertificateException;
        return (isCertificate ? certificate : "no TLS with " + endpoint + ": ") + root.getMessage();
    }

    private static boolean isRefused(Throwable cause) {
        for (Throwable at = cause; at instanceof ConnectException; at = at.getCause()) {
            if (String.valueOf(at.getMessage()).contains("refused")) {
                return true;
            }
        }
        return false;
    }

    private synchronized Phase reached() {
        return reached;
    }
}
