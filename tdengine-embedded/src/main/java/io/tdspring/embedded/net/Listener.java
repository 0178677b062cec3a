// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.tdspring.embedded.server.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The open port with its connections.
 *
 * <p>Thread-safe.
 */
public final class Listener implements AutoCloseable {

    private static final int EVENT_LOOPS = 2;
    private static final int CLOSE_SECONDS = 10;

    private final EventLoopGroup loops;
    private final Channel server;
    private final OpenConnections connections;

    private Listener(EventLoopGroup loops, Channel server, OpenConnections connections) {
        this.loops = loops;
        this.server = server;
        this.connections = connections;
    }

    /**
     * Opens the port.
     *
     * @param connections where the connections will be found
     * @throws UncheckedIOException if that cannot be done; the message names address and reason
     */
    public static Listener open(
            ListenerOptions options, Endpoints endpoints, OpenConnections connections, ThreadFactory threads) {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(EVENT_LOOPS, threads, NioIoHandler.newFactory());
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new HttpPipeline(endpoints, options.maxMessageBytes(), connections))
                .bind(options.host(), options.port())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop(loops);
            throw cannotListen(options, bound.cause());
        }
        return new Listener(loops, bound.channel(), connections);
    }

    private static UncheckedIOException cannotListen(ListenerOptions options, Throwable cause) {
        String message = "Cannot listen on " + options.host() + ":" + options.port() + ": " + cause.getMessage();
        return new UncheckedIOException(new IOException(message, cause));
    }

    /** The port in use. */
    public int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** Closes the port and all connections; who still writes on one fails. */
    public void cut() {
        server.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        connections.cutAll();
    }

    /** As {@link #cut}, and waits for the threads to end. By then nobody may write any more. */
    @Override
    public void close() {
        cut();
        stop(loops);
    }

    private static void stop(EventLoopGroup loops) {
        // Without a quiet period: Netty's default would have every test wait for two seconds.
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
