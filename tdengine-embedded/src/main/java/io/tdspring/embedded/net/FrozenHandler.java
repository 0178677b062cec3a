// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Stands next to the network and lets nothing out, nor anybody ask for more, while it is there.
 *
 * <p>It holds little: who writes much waits for each part to be sent.
 */
final class FrozenHandler extends ChannelOutboundHandlerAdapter {

    private record Held(Object message, ChannelPromise promise) {}

    private final Queue<Held> held = new ArrayDeque<>();

    @Override
    public void read(ChannelHandlerContext context) {
        // Handlers ask for more when they have got half a message; it has time.
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        held.add(new Held(message, promise));
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        // There is nothing to flush.
    }

    /** Sends what has been held back, in its order. */
    @SuppressWarnings("FutureReturnValueIgnored") // the promise tells who wrote it
    void sendHeld(ChannelHandlerContext context) {
        for (Held next = held.poll(); next != null; next = held.poll()) {
            context.write(next.message(), next.promise());
        }
        context.flush();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        // What is left has no receiver any more.
        for (Held next = held.poll(); next != null; next = held.poll()) {
            ReferenceCountUtil.release(next.message());
            next.promise().tryFailure(new ClosedChannelException());
        }
    }
}
