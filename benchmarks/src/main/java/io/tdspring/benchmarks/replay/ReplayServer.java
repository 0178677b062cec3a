// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers TDengine's WebSocket requests from memory, on the loopback interface. A query for {@code bench.w1} or
 * {@code bench.w2} has 5 million rows of numbers or half a million rows with text, any other query one row; rows written
 * by prepared statements or the schemaless interface are acknowledged and forgotten. Safe for use by many threads.
 */
public final class ReplayServer implements AutoCloseable {

    /** The version whose messages this replays; it knows no {@code stmt2_bind_exec}. */
    public static final String VERSION = "3.3.7.5";

    private final ServerSocketChannel listener;
    private final String version;
    private final Execution execution;
    private final WriteCounters counters = new WriteCounters();
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();

    private ReplayServer(ServerSocketChannel listener, String version, Execution execution) {
        this.listener = listener;
        this.version = version;
        this.execution = execution;
    }

    /** Starts a server that executes what is written in no time. */
    public static ReplayServer start() {
        return start(VERSION, Duration.ZERO);
    }

    /**
     * Starts a server.
     *
     * @param version what it says that it is
     * @param executionTime how long the answer to an execution takes; other requests are answered at once
     */
    public static ReplayServer start(String version, Duration executionTime) {
        try {
            ServerSocketChannel listener = ServerSocketChannel.open();
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            ReplayServer server = new ReplayServer(listener, version, new Execution(executionTime));
            daemon(server::accept, "replay-listener");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = listener.accept();
                client.setOption(StandardSocketOptions.TCP_NODELAY, true);
                clients.add(client);
                daemon(() -> serve(client), "replay-connection");
            }
        } catch (ClosedChannelException e) {
            // The server has been closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SocketChannel client) {
        try {
            new ReplayConnection(client, version, counters, execution).run();
        } finally {
            clients.remove(client);
        }
    }

    /** {@code host:port}. */
    public String endpoint() {
        try {
            InetSocketAddress address = (InetSocketAddress) listener.getLocalAddress();
            return address.getHostString() + ":" + address.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the server was written to since this was last called. */
    public WriteRecord takeRecord() {
        return counters.take();
    }

    @Override
    public void close() {
        execution.close();
        try {
            listener.close();
            for (SocketChannel client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
