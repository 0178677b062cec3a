// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.annotation;

import static io.tdspring.spring.listener.ScriptedConsumer.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.spring.config.ListenerDefaults;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.listener.AckMode;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ScriptedConsumer;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.mapping.TdMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

class TdTopicListenerAnnotationTest {

    record Value(int v) {}

    @Configuration(proxyBeanMethods = false)
    @EnableTdTopic
    static class Listening {

        final Map<String, ConsumerOptions> options = new ConcurrentHashMap<>();
        final Map<String, ScriptedConsumer> consumers = new ConcurrentHashMap<>();

        @Bean
        TdTopicListenerContainerFactory tdTopicListenerContainerFactory() {
            return new TdTopicListenerContainerFactory(
                    given -> {
                        options.put(given.clientId(), given);
                        return consumers.computeIfAbsent(given.clientId(), id -> new ScriptedConsumer());
                    },
                    new TdMapper(),
                    ListenerDefaults.standard().withGroupId("default-group"),
                    Map.of("auto.offset.reset", "EARLIEST"),
                    DeliveryPolicy.defaults());
        }
    }

    static class Plant {

        final BlockingQueue<Object> calls = new LinkedBlockingQueue<>();

        @TdTopicListener(
                id = "meters",
                topics = {"${topics}", "#{'extra'.concat('s')}"},
                concurrency = "2",
                ackMode = "${acks:manual_immediate}",
                properties = {"min.poll.rows=10", "session.timeout.ms = 20000"})
        void meters(Value value) {
            calls.add(value.v());
        }

        @TdTopicListener(topics = "late", autoStartup = "false", batch = "true", groupId = "own")
        void late(List<Value> values) {
            calls.add(values);
        }
    }

    private static AnnotationConfigApplicationContext context(Class<?>... beans) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of("topics", "a, b")));
        context.register(Listening.class);
        context.register(beans);
        context.refresh();
        return context;
    }

    @Test
    void runsTheMethodForEachRowOfItsTopics() throws Exception {
        try (AnnotationConfigApplicationContext context = context(Plant.class)) {
            Listening listening = context.getBean(Listening.class);
            TdTopicListenerContainer container = container(context, "meters");

            ScriptedConsumer consumer = listening.consumers.computeIfAbsent("meters-1", id -> new ScriptedConsumer());
            consumer.deliver(message(0, 42));

            assertThat(context.getBean(Plant.class).calls.poll(10, TimeUnit.SECONDS))
                    .isEqualTo(42);
            assertThat(container.settings().topics()).containsExactly("a", "b", "extras");
            assertThat(container.settings().concurrency()).isEqualTo(2);
            assertThat(container.settings().acks().mode()).isEqualTo(AckMode.MANUAL_IMMEDIATE);
            ConsumerOptions options = listening.options.get("meters-1");
            assertThat(options.groupId()).isEqualTo("meters");
            assertThat(options.autoOffsetReset()).isEqualTo(OffsetReset.EARLIEST);
            assertThat(options.sessionTimeout()).hasSeconds(20);
            assertThat(options.minPollRows()).hasValue(10);
        }
    }

    static class TwoPayloads {

        @TdTopicListener(id = "two", topics = "t")
        void row(Value one, Value two) {}
    }

    @Test
    void refusesAMethodWithTwoPayloadsAtStartUp() {
        assertThatThrownBy(() -> context(TwoPayloads.class)).hasStackTraceContaining("more than one payload");
    }

    static class ListOfRecordListener {

        @TdTopicListener(id = "list", topics = "t")
        void rows(List<Value> values) {}
    }

    @Test
    void refusesAListUnlessTheListenerIsABatchListener() {
        assertThatThrownBy(() -> context(ListOfRecordListener.class))
                .hasStackTraceContaining("declare the listener as batch");
    }

    private static TdTopicListenerContainer container(AnnotationConfigApplicationContext context, String id) {
        return context.getBean(TdTopicListenerEndpointRegistry.class)
                .getListenerContainer(id)
                .orElseThrow();
    }
}
