// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import io.tdspring.client.transport.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server that does on each connection what the test says, byte by byte. */
public final class RawServer implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final ServerSocket server;
    private final Greeting greeting;
    private final BlockingQueue<RawPeer> peers = new LinkedBlockingQueue<>();
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();

    /** What the server does first. */
    public interface Greeting {

        void greet(RawPeer peer) throws IOException;
    }

    /** Accepts every WebSocket. */
    public RawServer() {
        this(RawPeer::upgrade);
    }

    public RawServer(Greeting greeting) {
        this(plainSocket(), greeting);
    }

    public RawServer(ServerSocket server, Greeting greeting) {
        this.server = server;
        this.greeting = greeting;
        new Thread(this::serve, "raw-server").start();
    }

    private static ServerSocket plainSocket() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Endpoint endpoint() {
        return new Endpoint("127.0.0.1", server.getLocalPort());
    }

    /** The next client that has been greeted. */
    public RawPeer take() throws InterruptedException {
        RawPeer peer = peers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (peer == null) {
            throw new AssertionError("nobody came");
        }
        return peer;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                accepted.add(socket);
                RawPeer peer = new RawPeer(socket);
                greeting.greet(peer);
                peers.add(peer);
            } catch (IOException e) {
                // This client has gone, or the test has closed the server.
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : accepted) {
            socket.close();
        }
    }
}
