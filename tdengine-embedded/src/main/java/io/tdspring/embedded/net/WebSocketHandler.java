// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.net;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.timeout.IdleStateEvent;
import io.tdspring.embedded.server.WebSocketSession;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Hands whole messages to the session, keeps the connection alive, and ends the session with it. */
final class WebSocketHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

    private static final System.Logger LOG = System.getLogger(WebSocketHandler.class.getName());
    private static final int PING_SECONDS = 54;

    private final WebSocketServerHandshaker handshaker;
    private final WebSocketSession session;
    private @Nullable Future<?> pings;

    WebSocketHandler(WebSocketServerHandshaker handshaker, WebSocketSession session) {
        this.handshaker = handshaker;
        this.session = session;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        pings = context.executor()
                .scheduleAtFixedRate(
                        () -> send(context, new PingWebSocketFrame()), PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            session.text(text.text());
        } else if (frame instanceof BinaryWebSocketFrame binary) {
            session.binary(ByteBuffer.wrap(ByteBufUtil.getBytes(binary.content())));
        } else if (frame instanceof PingWebSocketFrame ping) {
            send(context, new PongWebSocketFrame(ping.content().retain()));
        } else if (frame instanceof CloseWebSocketFrame close) {
            handshaker.close(context, close.retain()).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the connection to be closed
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof IdleStateEvent
                && !ChannelLine.of(context.channel()).isDeaf()) {
            LOG.log(Level.DEBUG, "Closing a WebSocket connection that has been silent");
            context.close();
        } else {
            super.userEventTriggered(context, event);
        }
    }

    private static void send(ChannelHandlerContext context, WebSocketFrame frame) {
        context.writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        end();
        super.channelInactive(context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        end();
    }

    private void end() {
        if (pings != null) {
            pings.cancel(false);
            pings = null;
            session.close();
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the connection to be closed
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CodecException) {
            // A message that is too long, say; where it was noticed tells nobody anything.
            LOG.log(Level.WARNING, "Closing a WebSocket connection: {0}", cause.getMessage());
        } else {
            LOG.log(
                    cause instanceof IOException ? Level.DEBUG : Level.WARNING,
                    "Closing a WebSocket connection",
                    cause);
        }
        context.close();
    }
}
