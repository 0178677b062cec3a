// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.TdengineClientBuilder;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.spring.annotation.EnableTdTopic;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.ListenerDefaults;
import io.tdspring.spring.config.ListenerType;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.event.ListenerEvent;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.JoinPolicy;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.mapping.TdMapper;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.backoff.FixedBackOff;

/** A server with the table {@code plant.d1} and no topic, and an application of annotated listeners that starts beside it. */
final class StartingPlant implements AutoCloseable {

    final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    final TdengineClient client = client().build();
    final BlockingQueue<Integer> received = new LinkedBlockingQueue<>();
    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Of the listeners. */
    TdengineClient listening = client;

    /** Between attempts to reach the server. */
    FixedBackOff backOff = new FixedBackOff(10, Long.MAX_VALUE);

    private final BlockingQueue<ListenerEvent> events = new LinkedBlockingQueue<>();

    StartingPlant() {
        client.execute("CREATE DATABASE plant");
        client.execute("CREATE TABLE plant.d1 (ts TIMESTAMP, v INT)");
    }

    TdengineClientBuilder client() {
        return TdengineClient.builder().endpoints(server.endpoint());
    }

    void createTopic(String topic) {
        client.execute("CREATE TOPIC " + topic + " AS SELECT v FROM plant.d1");
    }

    void insert(int value) {
        client.execute("INSERT INTO plant.d1 VALUES (NOW, " + value + ")");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTdTopic
    static class Listening {}

    /** The user's listener; {@code plant.topics} names its topics. */
    final class Meters {

        @TdTopicListener(id = "meters", topics = "${plant.topics}")
        void reading(int v) {
            received.add(v);
        }
    }

    final class Events {

        @EventListener
        void happened(ListenerEvent event) {
            events.add(event);
        }
    }

    /** Starts the application with listener {@code meters} of these topics. */
    TdTopicListenerContainer start(JoinPolicy joining, String topics) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("plant", Map.of("plant.topics", topics)));
        context.registerBean(Meters.class, Meters::new);
        context.registerBean(Events.class, Events::new);
        context.registerBean(
                "tdTopicListenerContainerFactory",
                TdTopicListenerContainerFactory.class,
                () -> new TdTopicListenerContainerFactory(
                        listening,
                        new TdMapper(),
                        new ListenerDefaults(
                                null,
                                ListenerType.RECORD,
                                true,
                                settings -> settings.joining(joining).pollTimeout(Duration.ofMillis(50))),
                        Map.of("auto.offset.reset", "earliest"),
                        new DeliveryPolicy(ErrorHandler.retryForever(), backOff, Duration.ofSeconds(30), backOff)));
        context.register(Listening.class);
        context.refresh();
        return container("meters");
    }

    TdTopicListenerContainer container(String id) {
        return context.getBean(TdTopicListenerEndpointRegistry.class)
                .getListenerContainer(id)
                .orElseThrow();
    }

    int next() throws InterruptedException {
        Integer value = received.poll(20, TimeUnit.SECONDS);
        assertThat(value).as("a call of the listener").isNotNull();
        return value;
    }

    /** The next event of that kind; others before it are forgotten. */
    <T extends ListenerEvent> T next(Class<T> type) throws InterruptedException {
        while (true) {
            ListenerEvent event = events.poll(20, TimeUnit.SECONDS);
            assertThat(event).as("an event of %s", type).isNotNull();
            if (type.isInstance(event)) {
                return type.cast(event);
            }
        }
    }

    /** How many events of that kind have not been taken. */
    long count(Class<? extends ListenerEvent> type) {
        return events.stream().filter(type::isInstance).count();
    }

    @Override
    public void close() {
        context.close();
        if (listening != client) {
            listening.close();
        }
        client.close();
        server.close();
    }
}
