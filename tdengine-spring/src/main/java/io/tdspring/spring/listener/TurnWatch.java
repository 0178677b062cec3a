// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.spring.event.ListenerEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.log.LogAccessor;

/**
 * Tells when a consumer has not polled for long. One that pauses, or has no connection, is told of elsewhere and not here.
 *
 * <p>Notes turns on the consumer's thread and is asked by another. Events are published without a lock, so that who listens to
 * them may stop the container.
 */
final class TurnWatch implements LoopObserver {

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(TurnWatch.class));
    private final String name;
    private final ContainerSettings settings;
    private final Consumer<ListenerEvent> events;
    private final AtomicBoolean isTold = new AtomicBoolean();

    /** Written by the consumer's thread alone. */
    private volatile long lastNanos;

    private volatile boolean shouldTurn;

    TurnWatch(String name, ContainerSettings settings, Consumer<ListenerEvent> events) {
        this.name = name;
        this.settings = settings;
        this.events = events;
    }

    @Override
    public void subscribed(TmqConsumer consumer) {
        lastNanos = System.nanoTime();
        shouldTurn = true;
    }

    @Override
    public void turned(TmqConsumer consumer, int messages) {
        turned();
    }

    @Override
    public void paused(boolean isPaused) {
        shouldTurn = !isPaused;
        turned();
    }

    @Override
    public void closing() {
        shouldTurn = false;
    }

    private void turned() {
        long now = System.nanoTime();
        Duration silence = Duration.ofNanos(now - lastNanos);
        lastNanos = now;
        if (isTold.get() && isTold.compareAndSet(true, false)) {
            log.info(() -> name + " polls again, after " + silence);
            events.accept(new ListenerEvent.Responsive(settings.id(), name, silence));
        }
    }

    /**
     * Tells it if the last turn is too long ago and it has not been told since.
     *
     * @param nowNanos as {@link System#nanoTime} has it
     */
    void look(long nowNanos) {
        Duration silence = Duration.ofNanos(nowNanos - lastNanos);
        Duration longest = settings.monitor().longestSilence(settings.pollTimeout());
        if (shouldTurn && silence.compareTo(longest) > 0 && isTold.compareAndSet(false, true)) {
            log.warn(() -> name + " has not polled for " + silence + "; its listener is still at work, or hangs");
            events.accept(new ListenerEvent.NonResponsive(settings.id(), name, silence));
        }
    }
}
