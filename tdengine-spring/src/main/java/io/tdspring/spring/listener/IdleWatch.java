// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.spring.event.ListenerEvent;
import java.time.Duration;
import java.util.function.Consumer;

/** Tells when a consumer gets nothing for some time. Confined to the consumer's thread. */
final class IdleWatch implements LoopObserver {

    private final String name;
    private final ContainerSettings settings;
    private final Consumer<ListenerEvent> events;
    private final Runnable onIdle;
    private long lastNanos;
    private boolean isIdle;

    /**
     * @param onIdle called with the event
     */
    IdleWatch(String name, ContainerSettings settings, Consumer<ListenerEvent> events, Runnable onIdle) {
        this.name = name;
        this.settings = settings;
        this.events = events;
        this.onIdle = onIdle;
    }

    @Override
    public void subscribed(TmqConsumer consumer) {
        lastNanos = System.nanoTime();
        isIdle = false;
    }

    @Override
    public void turned(TmqConsumer consumer, int messages) {
        long now = System.nanoTime();
        Duration since = Duration.ofNanos(now - lastNanos);
        if (messages > 0) {
            lastNanos = now;
            if (isIdle) {
                isIdle = false;
                events.accept(new ListenerEvent.NoLongerIdle(settings.id(), name, since));
            }
        } else if (!isIdle && since.compareTo(settings.idleAfter()) >= 0) {
            isIdle = true;
            events.accept(new ListenerEvent.Idle(settings.id(), name, since));
            onIdle.run();
        }
    }
}
