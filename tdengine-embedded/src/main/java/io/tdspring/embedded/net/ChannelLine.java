// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.util.AttributeKey;
import io.tdspring.embedded.server.Line;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The connection of a channel. It alone decides whether the channel is read, since there are several reasons not to.
 *
 * <p>Thread-safe: everything is done on the event loop.
 */
final class ChannelLine implements Line {

    private static final AttributeKey<ChannelLine> KEY = AttributeKey.valueOf(ChannelLine.class, "line");
    private static final String FROZEN = "frozen";

    private final Channel channel;

    // Confined to the event loop.
    private boolean paused;

    private ChannelLine(Channel channel) {
        this.channel = channel;
    }

    /** Gives a new channel its line. */
    static void attach(Channel channel) {
        channel.attr(KEY).set(new ChannelLine(channel));
    }

    /** The line of a channel. */
    static ChannelLine of(Channel channel) {
        return channel.attr(KEY).get();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the connection to be closed
    public void cut() {
        channel.close();
    }

    @Override
    public void freeze() {
        onEventLoop(() -> {
            if (!isFrozen()) {
                channel.pipeline().addFirst(FROZEN, new FrozenHandler());
                updateReading();
            }
        });
    }

    /** Reads and sends again. */
    void thaw() {
        onEventLoop(() -> {
            ChannelPipeline pipeline = channel.pipeline();
            ChannelHandler handler = pipeline.get(FROZEN);
            if (handler instanceof FrozenHandler frozen) {
                frozen.sendHeld(pipeline.context(FROZEN));
                pipeline.remove(FROZEN);
                updateReading();
            }
        });
    }

    /** Whether nothing is read, for whatever reason; asked on the event loop. */
    boolean isDeaf() {
        return paused || isFrozen();
    }

    private boolean isFrozen() {
        return channel.pipeline().get(FROZEN) != null;
    }

    @Override
    public void pauseReading() {
        setPaused(true);
    }

    @Override
    public void resumeReading() {
        setPaused(false);
    }

    /** Always behind what the event loop has been told before, so that a pause and its end keep their order. */
    private void setPaused(boolean now) {
        channel.eventLoop().execute(() -> setPausedNow(now));
    }

    /** To be called on the event loop. */
    void setPausedNow(boolean now) {
        paused = now;
        updateReading();
    }

    private void updateReading() {
        channel.config().setAutoRead(!isDeaf());
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // run() tells of failures
    public void later(Duration delay, Runnable action) {
        channel.eventLoop().schedule(() -> run(action), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run(Runnable action) {
        if (!channel.isActive()) {
            return;
        }
        try {
            action.run();
        } catch (RuntimeException e) {
            channel.pipeline().fireExceptionCaught(e);
        }
    }

    private void onEventLoop(Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            task.run();
        } else {
            channel.eventLoop().execute(task);
        }
    }
}
