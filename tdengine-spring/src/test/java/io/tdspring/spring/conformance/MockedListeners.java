// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.spring.annotation.EnableTdTopic;
import io.tdspring.spring.config.ListenerDefaults;
import io.tdspring.spring.config.ListenerType;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.mapping.TdMapper;
import io.tdspring.spring.test.MockMessage;
import io.tdspring.spring.test.MockTmqConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

/** An application context whose annotated listeners have mocks for consumers, each with vgroup 2 of a topic it is given. */
final class MockedListeners implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    /** Of each consumer that was asked for, in that order. */
    final List<ConsumerOptions> options = new CopyOnWriteArrayList<>();

    private final Map<String, MockTmqConsumer> consumers = new ConcurrentHashMap<>();

    @Configuration(proxyBeanMethods = false)
    @EnableTdTopic
    static class Listening {}

    /** A payload. */
    record Reading(int v) {}

    private MockedListeners() {}

    /** A context that is not refreshed yet. */
    static MockedListeners of(UnaryOperator<ContainerSettings.Builder> settings, Map<String, Object> environment) {
        MockedListeners listeners = new MockedListeners();
        ListenerDefaults defaults = new ListenerDefaults("g_default", ListenerType.RECORD, true, settings);
        TdTopicListenerContainerFactory factory = new TdTopicListenerContainerFactory(
                listeners::create, new TdMapper(), defaults, Map.of(), DeliveryPolicy.defaults());
        listeners.context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", environment));
        listeners.context.registerBean(
                "tdTopicListenerContainerFactory", TdTopicListenerContainerFactory.class, () -> factory);
        listeners.context.register(Listening.class);
        return listeners;
    }

    /** A running context of these beans. */
    static MockedListeners run(Class<?>... beans) {
        return of(settings -> settings.pollTimeout(Duration.ofMillis(100)), Map.of())
                .with(beans);
    }

    /** Adds beans and starts the context. */
    MockedListeners with(Class<?>... beans) {
        context.register(beans);
        context.refresh();
        return this;
    }

    private TmqConsumer create(ConsumerOptions given) {
        options.add(given);
        return consumer(given.clientId());
    }

    /** The consumer of this client id, whether the container has it already or not. */
    MockTmqConsumer consumer(String clientId) {
        return consumers.computeIfAbsent(clientId, id -> new MockTmqConsumer());
    }

    /** Has the consumer of a client id read one row more of a topic. */
    void deliver(String clientId, String topic, int value) {
        TopicVgroup vgroup = new TopicVgroup(topic, 2);
        MockTmqConsumer consumer = consumer(clientId);
        consumer.addVgroup(vgroup);
        consumer.add(MockMessage.of(vgroup, value)
                .table("d1", Column.of("v", DataType.INT))
                .row(value)
                .build());
    }

    /** What a consumer has committed behind messages; where its group began, which is 0, is left out. */
    List<Long> commits(String clientId) {
        return consumer(clientId).commits().stream()
                .map(MockTmqConsumer.Place::offset)
                .filter(offset -> offset > 0)
                .toList();
    }

    TdTopicListenerEndpointRegistry registry() {
        return context.getBean(TdTopicListenerEndpointRegistry.class);
    }

    TdTopicListenerContainer container(String id) {
        return registry().getListenerContainer(id).orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }
}
