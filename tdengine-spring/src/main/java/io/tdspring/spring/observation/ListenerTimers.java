// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tdspring.spring.config.ListenerDecorator;
import io.tdspring.spring.config.TdTopicListenerEndpoint;
import io.tdspring.spring.listener.MessageListener;

/**
 * Times the calls of listeners as {@value #NAME}: each time that a message is handed on, a repeated attempt too, without the
 * pauses between attempts.
 *
 * <p>Tags are {@code listener.id}, {@code result} ({@code success} or {@code failure}) and {@code exception}, the simple name of
 * what the listener threw or {@code none}. Thread-safe.
 */
public final class ListenerTimers implements ListenerDecorator {

    static final String NAME = "tdengine.listener";

    private final MeterRegistry registry;

    public ListenerTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public MessageListener decorate(TdTopicListenerEndpoint endpoint, String groupId, MessageListener listener) {
        return (message, firstRow, context) -> {
            Timer.Sample sample = Timer.start(registry);
            String exception = "none";
            try {
                listener.onMessage(message, firstRow, context);
            } catch (RuntimeException | Error e) {
                exception = Failures.name(e);
                throw e;
            } finally {
                sample.stop(timer(endpoint.id(), exception));
            }
        };
    }

    private Timer timer(String listenerId, String exception) {
        return Timer.builder(NAME)
                .description("Messages handed to a listener")
                .tag("listener.id", listenerId)
                .tag("result", exception.equals("none") ? "success" : "failure")
                .tag("exception", exception)
                .register(registry);
    }
}
