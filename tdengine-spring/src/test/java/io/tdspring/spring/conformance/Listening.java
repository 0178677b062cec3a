// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.spring.annotation.EnableTdTopic;
import io.tdspring.spring.config.ListenerDefaults;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ScriptedConsumer;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.mapping.TdMapper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

/** An application of annotated listeners whose consumers deliver what a test puts in. */
final class Listening implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Map<String, ScriptedConsumer> consumers = new ConcurrentHashMap<>();
    final Map<String, ConsumerOptions> options = new ConcurrentHashMap<>();
    private UnaryOperator<TdTopicListenerContainerFactory> factory = UnaryOperator.identity();

    @Configuration(proxyBeanMethods = false)
    @EnableTdTopic
    static class Enabled {}

    Listening with(Object bean) {
        return with(bean.getClass().getSimpleName(), bean);
    }

    @SuppressWarnings("unchecked") // The class of an object is of its type.
    <T> Listening with(String name, T bean) {
        context.registerBean(name, (Class<T>) bean.getClass(), () -> bean);
        return this;
    }

    Listening property(String name, Object value) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource(name, Map.of(name, value)));
        return this;
    }

    /** The container factory is this one. */
    Listening factory(UnaryOperator<TdTopicListenerContainerFactory> change) {
        factory = change;
        return this;
    }

    Listening start() {
        context.registerBean(
                "tdTopicListenerContainerFactory",
                TdTopicListenerContainerFactory.class,
                () -> factory.apply(new TdTopicListenerContainerFactory(
                        given -> {
                            options.put(given.clientId(), given);
                            return consumer(given.clientId());
                        },
                        new TdMapper(),
                        ListenerDefaults.standard().withGroupId("g"),
                        Map.of(),
                        DeliveryPolicy.defaults())));
        context.register(Enabled.class);
        context.refresh();
        return this;
    }

    /** The consumer of that client id: the listener's and the number of its thread. */
    ScriptedConsumer consumer(String clientId) {
        return consumers.computeIfAbsent(clientId, id -> new ScriptedConsumer());
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
