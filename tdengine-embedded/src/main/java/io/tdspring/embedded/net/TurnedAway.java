// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.nio.charset.StandardCharsets;

/** Tells a client that there are too many connections, and ends this one. */
final class TurnedAway extends SimpleChannelInboundHandler<HttpRequest> {

    /** For a client that says nothing it could be answered to. */
    private static final int PATIENCE_SECONDS = 10;

    private final String reason;

    private TurnedAway(String reason) {
        this.reason = reason;
    }

    static void build(ChannelPipeline pipeline, String reason) {
        pipeline.addLast(new HttpServerCodec());
        pipeline.addLast(new ReadTimeoutHandler(PATIENCE_SECONDS));
        pipeline.addLast(new TurnedAway(reason));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpRequest request) {
        byte[] body = reason.getBytes(StandardCharsets.UTF_8);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.SERVICE_UNAVAILABLE, Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        HttpUtil.setContentLength(response, body.length);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the connection to be closed
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
