// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import static io.tdspring.spring.listener.ScriptedConsumer.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.spring.event.ListenerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContainerEventsTest {

    private final ScriptedConsumer consumer = new ScriptedConsumer();
    private final BlockingQueue<ListenerEvent> events = new LinkedBlockingQueue<>();
    private final List<ListenerEvent> passed = new ArrayList<>();
    private final TdTopicListenerContainer container = new TdTopicListenerContainer(
            ContainerSettings.builder("plant", List.of("t"))
                    .pollTimeout(Duration.ofMillis(10))
                    .keepAlive(Duration.ofMillis(1))
                    .idleAfter(Duration.ofMillis(1))
                    .build(),
            clientId -> consumer,
            (message, firstRow, context) -> {
                if (message.offset() == 9) {
                    throw new IllegalStateException("a bug");
                }
            },
            DeliveryPolicy.defaults(),
            true);

    @AfterEach
    void stop() {
        container.stop();
    }

    private void start() {
        container.setApplicationEventPublisher(event -> events.add((ListenerEvent) event));
        container.start();
    }

    /** Of events of one kind each comes once; those of other kinds come from other threads, before or after it. */
    private <T extends ListenerEvent> T next(Class<T> type) throws InterruptedException {
        for (ListenerEvent event : List.copyOf(passed)) {
            if (type.isInstance(event)) {
                passed.remove(event);
                return type.cast(event);
            }
        }
        while (true) {
            ListenerEvent event = events.poll(10, TimeUnit.SECONDS);
            assertThat(event).as("an event of %s", type).isNotNull();
            if (type.isInstance(event)) {
                return type.cast(event);
            }
            passed.add(event);
        }
    }

    @Test
    void tellsItsStartItsVgroupsAndItsEnd() throws Exception {
        start();
        assertThat(next(ListenerEvent.Started.class).listenerId()).isEqualTo("plant");
        assertThat(next(ListenerEvent.Assigned.class))
                .isEqualTo(new ListenerEvent.Assigned("plant", "plant-0", new TopicVgroup("t", 2)));

        container.stop();

        assertThat(next(ListenerEvent.Stopped.class).reason()).isNull();
    }

    @Test
    void tellsWhenItIsIdleAndWhenNoLonger() throws Exception {
        start();
        assertThat(next(ListenerEvent.Idle.class).consumer()).isEqualTo("plant-0");

        consumer.deliver(message(0, 1));

        assertThat(next(ListenerEvent.NoLongerIdle.class).idle()).isPositive();
        assertThat(next(ListenerEvent.Idle.class).consumer()).isEqualTo("plant-0");
    }

    @Test
    void tellsWhenItPausesAndGoesOn() throws Exception {
        start();
        container.pause();
        assertThat(next(ListenerEvent.Paused.class).consumer()).isEqualTo("plant-0");
        assertThat(container.isPaused()).isTrue();

        container.resume();

        assertThat(next(ListenerEvent.Resumed.class).consumer()).isEqualTo("plant-0");
        assertThat(container.isPaused()).isFalse();
    }

    @Test
    void tellsWhyItHasEndedByItself() throws Exception {
        start();

        consumer.deliver(message(9, 1));

        assertThat(next(ListenerEvent.Stopped.class).reason()).isEqualTo("the listener failed and cannot go on");
    }

    @Test
    void goesOnIfAListenerOfEventsFails() throws Exception {
        container.setApplicationEventPublisher(event -> {
            events.add((ListenerEvent) event);
            throw new IllegalStateException("not interested");
        });
        container.start();

        next(ListenerEvent.Started.class);
        assertThat(next(ListenerEvent.Idle.class).consumer()).isEqualTo("plant-0");
    }
}
