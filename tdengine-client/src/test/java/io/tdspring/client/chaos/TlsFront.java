// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.chaos;

import io.tdspring.client.tls.TestCertificates;
import io.tdspring.client.tls.TlsOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends TLS before a server that speaks none, as a proxy does. */
final class TlsFront implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TlsFront.class);

    private final int serverPort;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    TlsFront(Path keyStore, int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listener = new TlsOptions()
                .keyStore(keyStore)
                .keyStorePassword(TestCertificates.PASSWORD)
                .settings()
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 256, InetAddress.getLoopbackAddress());
        start("accept", this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, "tls-front-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                sockets.add(client);
                start("connect", () -> join(client));
            } catch (IOException e) {
                log.debug("the listener was closed, or a client went before it was accepted: {}", e.toString());
            }
        }
    }

    private void join(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            sockets.add(server);
            start("down", () -> pump(server, client));
            pump(client, server);
            sockets.remove(server);
        } catch (IOException e) {
            // What the test brings about: one side has ended.
        } finally {
            sockets.remove(client);
        }
    }

    /** Copies until one side ends, and then ends both. */
    private static void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16 << 10];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int bytes = in.read(buffer); bytes >= 0; bytes = in.read(buffer)) {
                out.write(buffer, 0, bytes);
            }
        } catch (IOException e) {
            // What the test brings about: one side has ended.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
