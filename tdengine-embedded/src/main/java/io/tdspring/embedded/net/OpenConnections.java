// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.tdspring.embedded.server.Connections;
import java.util.concurrent.TimeUnit;

/**
 * The connections of one server.
 *
 * <p>Thread-safe.
 */
public final class OpenConnections implements Connections {

    private static final int WAIT_SECONDS = 10;

    private final ChannelGroup channels = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
    private final int most;
    private volatile boolean open = true;

    /** Takes not more connections than this at a time. */
    public OpenConnections(int most) {
        this.most = most;
    }

    /** Takes a new connection, tells it that it is one too many, or resets it; true if it is taken. */
    synchronized boolean take(Channel channel) {
        if (!open) {
            reset(channel);
            return false;
        }
        if (channels.size() >= most) {
            TurnedAway.build(channel.pipeline(), "The embedded server has " + most + " connections, the most it takes");
            return false;
        }
        ChannelLine.attach(channel);
        channels.add(channel);
        return true;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the connection to be closed
    private static void reset(Channel channel) {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }

    /** How many there are. */
    public int count() {
        return channels.size();
    }

    @Override
    public void cutAll() {
        channels.close().awaitUninterruptibly(WAIT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void freezeAll() {
        channels.forEach(channel -> ChannelLine.of(channel).freeze());
        awaitEventLoops();
    }

    @Override
    public void thawAll() {
        channels.forEach(channel -> ChannelLine.of(channel).thaw());
        awaitEventLoops();
    }

    /** Waits until they have done what they have been told so far. */
    private void awaitEventLoops() {
        channels.stream()
                .map(Channel::eventLoop)
                .distinct()
                .filter(loop -> !loop.inEventLoop())
                .forEach(loop -> loop.submit(() -> {}).awaitUninterruptibly(WAIT_SECONDS, TimeUnit.SECONDS));
    }

    @Override
    public void setOpen(boolean open) {
        this.open = open;
    }
}
