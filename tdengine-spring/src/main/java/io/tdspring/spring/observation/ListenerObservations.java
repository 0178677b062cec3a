// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.tdspring.spring.config.ListenerDecorator;
import io.tdspring.spring.config.TdTopicListenerEndpoint;
import io.tdspring.spring.listener.MessageListener;
import org.jspecify.annotations.Nullable;

/**
 * Observes the calls of listeners, in place of {@link ListenerTimers}: each time that a message is handed on, a repeated attempt
 * too, without the pauses between attempts. The observation's scope is open while the listener works. Thread-safe.
 */
public final class ListenerObservations implements ListenerDecorator {

    private static final ListenerObservationConvention DEFAULT = new DefaultListenerObservationConvention();

    private final ObservationRegistry registry;
    private final @Nullable ListenerObservationConvention convention;

    /** With the registry's convention, or else {@link DefaultListenerObservationConvention}. */
    public ListenerObservations(ObservationRegistry registry) {
        this.registry = registry;
        this.convention = null;
    }

    public ListenerObservations(ObservationRegistry registry, ListenerObservationConvention convention) {
        this.registry = registry;
        this.convention = convention;
    }

    @Override
    public MessageListener decorate(TdTopicListenerEndpoint endpoint, String groupId, MessageListener listener) {
        return (message, firstRow, context) -> {
            ListenerObservationContext about = new ListenerObservationContext(endpoint.id(), groupId, message);
            Observation observation = Observation.createNotStarted(convention, DEFAULT, () -> about, registry)
                    .start();
            Observation.Scope scope = observation.openScope();
            try {
                listener.onMessage(message, firstRow, context);
            } catch (RuntimeException | Error e) {
                observation.error(Failures.cause(e));
                throw e;
            } finally {
                scope.close();
                observation.stop();
            }
        };
    }
}
