// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.net;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.compression.StandardCompressionOptions;
import io.netty.handler.codec.http.HttpContentCompressor;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketServerCompressionHandler;
import io.tdspring.embedded.server.Endpoints;

/** Prepares each new connection for HTTP; {@link WebSocketUpgrade} rebuilds it where asked. */
final class HttpPipeline extends ChannelInitializer<SocketChannel> {

    static final String KEEP_ALIVE = "keep-alive";
    static final String INFLATE = "inflate";

    /** Of the request line and of all headers; tokens travel in both. */
    private static final int MAX_HEAD_BYTES = 64 * 1024;

    private final Endpoints endpoints;
    private final int maxMessageBytes;
    private final OpenConnections connections;

    HttpPipeline(Endpoints endpoints, int maxMessageBytes, OpenConnections connections) {
        this.endpoints = endpoints;
        this.maxMessageBytes = maxMessageBytes;
        this.connections = connections;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        if (connections.take(channel)) {
            build(channel.pipeline());
        }
    }

    private void build(ChannelPipeline pipeline) {
        HttpDecoderConfig limits =
                new HttpDecoderConfig().setMaxInitialLineLength(MAX_HEAD_BYTES).setMaxHeaderSize(MAX_HEAD_BYTES);
        pipeline.addLast(new HttpServerCodec(limits));
        pipeline.addLast(KEEP_ALIVE, new HttpServerKeepAliveHandler());
        pipeline.addLast(new HttpContentCompressor(StandardCompressionOptions.gzip()));
        pipeline.addLast(INFLATE, new HttpContentDecompressor(maxMessageBytes));
        pipeline.addLast(new HttpObjectAggregator(maxMessageBytes));
        pipeline.addLast(new WebSocketServerCompressionHandler(maxMessageBytes));
        pipeline.addLast(new HttpRouter(endpoints, new WebSocketUpgrade(endpoints, maxMessageBytes)));
    }
}
