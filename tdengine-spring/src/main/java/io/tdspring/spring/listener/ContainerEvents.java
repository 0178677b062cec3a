// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.spring.event.ListenerEvent;
import java.util.function.Consumer;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.log.LogAccessor;

/** Publishes what happens to a container, if somebody wants to know. Thread-safe. */
final class ContainerEvents implements Consumer<ListenerEvent> {

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(ContainerEvents.class));
    private volatile @Nullable ApplicationEventPublisher publisher;

    void publishTo(ApplicationEventPublisher newPublisher) {
        publisher = newPublisher;
    }

    /** What a listener of events throws must not end a consumer. */
    @Override
    public void accept(ListenerEvent event) {
        ApplicationEventPublisher current = publisher;
        if (current != null) {
            try {
                current.publishEvent(event);
            } catch (RuntimeException e) {
                log.warn(e, () -> "A listener of " + event + " failed");
            }
        }
    }
}
