// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.spring.annotation.EnableTdTopic;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.ListenerDefaults;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.conformance.PlantServer.Reading;
import io.tdspring.spring.event.ListenerEvent;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.mapping.TdMapper;
import io.tdspring.spring.test.MockTmqConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Containers, and contexts with them, stop and start again as often as one likes: for a checkpoint, say. */
class Row61RestartTest {

    @Configuration(proxyBeanMethods = false)
    @EnableTdTopic
    static class Listening {}

    static final class Meters {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();

        @TdTopicListener(id = "meters", topics = "t_plant", groupId = "g_plant")
        void reading(Reading reading) {
            calls.add(reading.v());
        }

        int next() throws InterruptedException {
            Integer call = calls.poll(10, TimeUnit.SECONDS);
            assertThat(call).as("a call of the listener").isNotNull();
            return call;
        }
    }

    private static AnnotationConfigApplicationContext context(PlantServer plant) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(
                "tdTopicListenerContainerFactory",
                TdTopicListenerContainerFactory.class,
                () -> new TdTopicListenerContainerFactory(
                        given -> fromTheEarliest(plant, given),
                        new TdMapper(),
                        ListenerDefaults.standard(),
                        Map.of(),
                        DeliveryPolicy.defaults()));
        context.register(Listening.class, Meters.class);
        context.refresh();
        return context;
    }

    private static TmqConsumer fromTheEarliest(PlantServer plant, ConsumerOptions given) {
        return plant.client.newConsumer(ConsumerOptions.builder(given.groupId())
                .clientId(given.clientId())
                .autoOffsetReset(OffsetReset.EARLIEST)
                .build());
    }

    @Test
    void goesOnWithItsContextAndMissesAndRepeatsNothing() throws Exception {
        try (PlantServer plant = new PlantServer();
                AnnotationConfigApplicationContext context = context(plant)) {
            Meters meters = context.getBean(Meters.class);
            for (int round = 0; round < 4; round++) {
                plant.insert(2 * round);
                assertThat(meters.next()).isEqualTo(2 * round);

                context.stop();
                plant.insert(2 * round + 1);
                assertThat(meters.calls).isEmpty();
                context.start();

                assertThat(meters.next()).isEqualTo(2 * round + 1);
            }
            assertThat(meters.calls).isEmpty();
        }
    }

    @Test
    void startsAgainFromTheEventThatItHasStopped() throws Exception {
        BlockingQueue<MockTmqConsumer> consumers = new LinkedBlockingQueue<>();
        AtomicInteger made = new AtomicInteger();
        TdTopicListenerContainer container = new TdTopicListenerContainer(
                ContainerSettings.builder("plant", List.of("t"))
                        .pollTimeout(Duration.ofMillis(50))
                        .build(),
                clientId -> {
                    MockTmqConsumer consumer = new MockTmqConsumer();
                    consumer.addVgroup(new TopicVgroup("t", 2));
                    if (made.incrementAndGet() == 1) {
                        consumer.failPoll(new IllegalStateException("a bug"));
                    }
                    consumers.add(consumer);
                    return consumer;
                },
                (message, firstRow, context) -> {},
                DeliveryPolicy.defaults(),
                true);
        container.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerEvent.Stopped stopped && stopped.reason() != null) {
                container.start();
            }
        });

        container.start();

        assertThat(consumers.poll(10, TimeUnit.SECONDS)).isNotNull();
        MockTmqConsumer second = consumers.poll(10, TimeUnit.SECONDS);
        assertThat(second).isNotNull();
        assertThat(second.await(consumer -> consumer.stats().polls() > 1, Duration.ofSeconds(10)))
                .isTrue();
        assertThat(container.isRunning()).isTrue();
        assertThat(container.stopReason()).isEmpty();
        container.stop();
        assertThat(container.isRunning()).isFalse();
    }
}
