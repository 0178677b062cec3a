// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.tdspring.embedded.server.Line;
import io.tdspring.embedded.server.Outbox;
import java.nio.ByteBuffer;

/** Writes messages to a channel, which orders what several threads write. */
final class ChannelOutbox implements Outbox {

    private final Channel channel;

    ChannelOutbox(Channel channel) {
        this.channel = channel;
    }

    @Override
    public Line line() {
        return ChannelLine.of(channel);
    }

    @Override
    public void text(String json) {
        send(new TextWebSocketFrame(json));
    }

    @Override
    public void binary(ByteBuffer frame) {
        send(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(frame.duplicate())));
    }

    @Override
    public void close() {
        channel.writeAndFlush(new CloseWebSocketFrame()).addListener(ChannelFutureListener.CLOSE);
    }

    private void send(WebSocketFrame frame) {
        channel.writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }
}
