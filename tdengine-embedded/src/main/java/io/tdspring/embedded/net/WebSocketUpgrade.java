// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.timeout.IdleStateHandler;
import io.tdspring.embedded.server.Endpoints;
import io.tdspring.embedded.server.WebSocketSession;

/** Turns an HTTP connection into a WebSocket. */
final class WebSocketUpgrade {

    /** After so long without any frame, pongs included, the peer is taken for dead. */
    private static final int SILENCE_SECONDS = 114;

    private final Endpoints endpoints;
    private final int maxMessageBytes;

    WebSocketUpgrade(Endpoints endpoints, int maxMessageBytes) {
        this.endpoints = endpoints;
        this.maxMessageBytes = maxMessageBytes;
    }

    void start(ChannelHandlerContext context, FullHttpRequest request, String path) {
        WebSocketDecoderConfig config = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(maxMessageBytes)
                .allowExtensions(true)
                .build();
        WebSocketServerHandshaker handshaker =
                new WebSocketServerHandshakerFactory("", null, config).newHandshaker(request);
        Channel channel = context.channel();
        WebSocketSession session = handshaker == null ? null : endpoints.webSocket(path, new ChannelOutbox(channel));
        if (handshaker == null || session == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(channel)
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        rebuild(context.pipeline(), context.name(), new WebSocketHandler(handshaker, session));
        handshaker.handshake(channel, request).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private void rebuild(ChannelPipeline pipeline, String router, WebSocketHandler handler) {
        pipeline.remove(HttpPipeline.KEEP_ALIVE);
        pipeline.remove(HttpPipeline.INFLATE);
        pipeline.addLast(new IdleStateHandler(SILENCE_SECONDS, 0, 0));
        pipeline.addLast(new WebSocketFrameAggregator(maxMessageBytes));
        pipeline.addLast(handler);
        pipeline.remove(router);
    }
}
