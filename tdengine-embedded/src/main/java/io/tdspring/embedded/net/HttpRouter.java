// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.tdspring.embedded.server.Endpoints;
import io.tdspring.embedded.server.HttpCall;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Hands each HTTP request to the endpoints when the one before it has been answered, or turns the connection into a
 * WebSocket.
 */
final class HttpRouter extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final System.Logger LOG = System.getLogger(HttpRouter.class.getName());
    private static final byte[] BAD_REQUEST = "Bad Request".getBytes(StandardCharsets.UTF_8);

    /**
     * So many requests wait for the answers to those before them; then no more are read for a while. More than 128 that
     * come at once end the connection: Netty takes no more.
     */
    private static final int MAX_PIPELINED = 64;

    private final Endpoints endpoints;
    private final WebSocketUpgrade upgrade;

    // Confined to the event loop.
    private final Queue<FullHttpRequest> waiting = new ArrayDeque<>();
    private boolean busy;

    HttpRouter(Endpoints endpoints, WebSocketUpgrade upgrade) {
        this.endpoints = endpoints;
        this.upgrade = upgrade;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (!busy) {
            handle(context, request);
        } else {
            waiting.add(request.retain());
            if (waiting.size() == MAX_PIPELINED) {
                ChannelLine.of(context.channel()).setPausedNow(true);
            }
        }
    }

    private void handle(ChannelHandlerContext context, FullHttpRequest request) {
        busy = true;
        HttpExchange exchange = new HttpExchange(context.channel(), request.headers(), () -> next(context));
        if (request.decoderResult().isFailure()) {
            badRequest(exchange);
        } else if (isUpgrade(request) && endpoints.isWebSocket(pathOf(request))) {
            upgrade.start(context, request, pathOf(request));
        } else {
            dispatch(exchange, request);
        }
    }

    /** Called on the event loop when an answer has been sent. */
    private void next(ChannelHandlerContext context) {
        busy = false;
        FullHttpRequest request = waiting.poll();
        if (waiting.size() == MAX_PIPELINED - 1) {
            ChannelLine.of(context.channel()).setPausedNow(false);
        }
        if (request != null) {
            try {
                handle(context, request);
            } finally {
                request.release();
            }
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        waiting.forEach(FullHttpRequest::release);
        waiting.clear();
    }

    private void dispatch(HttpExchange exchange, FullHttpRequest request) {
        HttpCall call;
        try {
            call = callOf(request);
        } catch (IllegalArgumentException e) {
            badRequest(exchange);
            return;
        }
        if (HttpMethod.OPTIONS.equals(request.method()) && exchange.isPreflight()) {
            exchange.answerPreflight();
        } else {
            endpoints.http(call, exchange);
        }
    }

    private static void badRequest(HttpExchange exchange) {
        exchange.send(HttpResponseStatus.BAD_REQUEST.code(), "text/plain", BAD_REQUEST);
    }

    private static HttpCall callOf(FullHttpRequest request) {
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        return new HttpCall(
                request.method().name(),
                uri.path(),
                uri.parameters(),
                request.headers().get(HttpHeaderNames.AUTHORIZATION),
                request.content().toString(StandardCharsets.UTF_8));
    }

    private static String pathOf(FullHttpRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static boolean isUpgrade(FullHttpRequest request) {
        return HttpMethod.GET.equals(request.method())
                && request.headers()
                        .containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, /* ignoreCase= */ true);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the connection to be closed
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Level level = cause instanceof IOException ? Level.DEBUG : Level.WARNING;
        LOG.log(level, "Closing a connection", cause);
        context.close();
    }
}
