// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.spring.annotation.EnableTdTopic;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.ListenerDefaults;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.core.TdengineTemplate;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.mapping.TdMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

/** A server with the topic {@code t_plant} of integers, and an annotated listener that fails at the values a test names. */
final class FailingPlant implements AutoCloseable {

    static final BackOff SOON = new FixedBackOff(10, Long.MAX_VALUE);

    private final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    private final TdengineClient client =
            TdengineClient.builder().endpoints(server.endpoint()).build();
    final TdengineTemplate template = new TdengineTemplate(client);
    final Meters meters = new Meters();
    /** The bean whose annotated method, of the id {@code meters}, listens. */
    Object listener = meters;

    private @Nullable AnnotationConfigApplicationContext context;
    private long lastTimestamp = 1_800_000_000_000L;

    FailingPlant() {
        template.execute("CREATE DATABASE plant VGROUPS 1");
        template.execute("CREATE TABLE plant.d1 (ts TIMESTAMP, v INT)");
        template.execute("CREATE TOPIC t_plant AS SELECT v FROM plant.d1");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTdTopic
    static class Listening {}

    record Reading(int v) {}

    /** The user's listener. */
    static class Meters {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();
        volatile IntPredicate fails = value -> false;
        private volatile Thread thread = Thread.currentThread();

        @TdTopicListener(id = "meters", topics = "t_plant", groupId = "g_plant")
        void reading(Reading reading) {
            thread = Thread.currentThread();
            calls.add(reading.v());
            if (fails.test(reading.v())) {
                throw new IllegalStateException("cannot take " + reading.v());
            }
        }

        /** Waits until the container's thread, which has called this listener, has ended. */
        void awaitEndOfItsThread() throws InterruptedException {
            thread.join(10_000);
            assertThat(thread.isAlive()).as("the container's thread lives").isFalse();
        }

        int next() throws InterruptedException {
            Integer call = calls.poll(10, TimeUnit.SECONDS);
            assertThat(call).as("a call of the listener").isNotNull();
            return call;
        }
    }

    /** Writes these values by one statement, so that they arrive in one message. */
    void insert(Object... values) {
        StringBuilder sql = new StringBuilder("INSERT INTO plant.d1 VALUES ");
        for (Object value : values) {
            sql.append('(').append(lastTimestamp++).append(',').append(value).append(')');
        }
        template.execute(sql.toString());
    }

    TdTopicListenerContainer start(ErrorHandler errorHandler) {
        return start(new DeliveryPolicy(errorHandler, SOON, Duration.ofSeconds(30), SOON));
    }

    TdTopicListenerContainer start(DeliveryPolicy policy) {
        return start(policy, Map.of());
    }

    TdTopicListenerContainer start(DeliveryPolicy policy, Map<String, String> consumerProperties) {
        ListenerDefaults defaults = ListenerDefaults.standard();
        AnnotationConfigApplicationContext starting = new AnnotationConfigApplicationContext();
        context = starting;
        starting.registerBean(
                "tdTopicListenerContainerFactory",
                TdTopicListenerContainerFactory.class,
                () -> new TdTopicListenerContainerFactory(
                        this::fromTheEarliest, new TdMapper(), defaults, consumerProperties, policy));
        register(starting, listener);
        starting.register(Listening.class);
        starting.refresh();
        return starting.getBean(TdTopicListenerEndpointRegistry.class)
                .getListenerContainer("meters")
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // The class of an object is of its type.
    private static <T> void register(AnnotationConfigApplicationContext starting, T bean) {
        starting.registerBean((Class<T>) bean.getClass(), () -> bean);
    }

    private TmqConsumer fromTheEarliest(ConsumerOptions given) {
        return client.newConsumer(ConsumerOptions.builder(given.groupId())
                .clientId(given.clientId())
                .autoOffsetReset(OffsetReset.EARLIEST)
                .build());
    }

    /** Ends the application: what is in hand is finished and committed. */
    void stop() {
        if (context != null) {
            context.close();
        }
    }

    /** How far the group has committed the topic's only vgroup; empty if nothing. */
    OptionalLong committed() {
        try (TmqConsumer consumer =
                client.newConsumer(ConsumerOptions.builder("g_plant").build())) {
            consumer.subscribe(List.of("t_plant"));
            int vgroup = consumer.assignment("t_plant").get(0).vgroupId();
            OptionalLong committed = consumer.committed("t_plant", vgroup);
            consumer.unsubscribe();
            return committed;
        }
    }

    @Override
    public void close() {
        meters.fails = value -> false;
        stop();
        client.close();
        server.close();
    }
}
