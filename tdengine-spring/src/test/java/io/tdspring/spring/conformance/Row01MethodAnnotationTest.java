// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.annotation.TdTopicListeners;
import io.tdspring.spring.conformance.MockedListeners.Reading;
import io.tdspring.spring.listener.AckMode;
import io.tdspring.spring.listener.Acknowledgment;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The annotation on methods: all that it says, several times on one, and where it is found. */
class Row01MethodAnnotationTest {

    static class Everything {

        final BlockingQueue<List<Integer>> calls = new LinkedBlockingQueue<>();

        @TdTopicListener(
                id = "everything",
                topics = {"a", "b,c"},
                groupId = "g_everything",
                concurrency = "3",
                batch = "true",
                autoStartup = "false",
                ackMode = "manual",
                properties = {"auto.offset.reset=earliest", "min.poll.rows=10", "session.timeout.ms = 20000"})
        void readings(List<Reading> readings, Acknowledgment acknowledgment) {
            calls.add(readings.stream().map(Reading::v).toList());
            acknowledgment.acknowledge();
        }
    }

    @Test
    void sortsOutAllThatItSays() throws Exception {
        try (MockedListeners listeners = MockedListeners.run(Everything.class)) {
            TdTopicListenerContainer container = listeners.container("everything");
            assertThat(container.isRunning()).as("before it was started").isFalse();
            ContainerSettings settings = container.settings();
            assertThat(settings.topics()).containsExactly("a", "b", "c");
            assertThat(settings.concurrency()).isEqualTo(3);
            assertThat(settings.acks().mode()).isEqualTo(AckMode.MANUAL);

            container.start();
            listeners.deliver("everything-1", "c", 42);

            assertThat(listeners.context.getBean(Everything.class).calls.poll(10, TimeUnit.SECONDS))
                    .containsExactly(42);
            assertThat(listeners.options).extracting(ConsumerOptions::groupId).containsOnly("g_everything");
            ConsumerOptions options = listeners.options.get(0);
            assertThat(options.autoOffsetReset()).isEqualTo(OffsetReset.EARLIEST);
            assertThat(options.minPollRows()).hasValue(10);
            assertThat(options.sessionTimeout()).hasSeconds(20);
        }
    }

    static class Little {

        @TdTopicListener(topics = "t")
        void reading(Reading reading) {}
    }

    @Test
    void isContentWithATopic() {
        try (MockedListeners listeners = MockedListeners.run(Little.class)) {
            String bean = listeners.context.getBeanNamesForType(Little.class)[0];
            TdTopicListenerContainer container = listeners.container(bean + ".reading");

            assertThat(container.isRunning()).isTrue();
            assertThat(container.settings().concurrency()).isEqualTo(1);
            assertThat(container.settings().acks().mode()).isEqualTo(AckMode.BATCH);
            listeners.context.close();
            assertThat(container.isRunning()).isFalse();
            assertThat(listeners.options)
                    .allSatisfy(options -> assertThat(options.groupId()).isEqualTo("g_default"));
        }
    }

    static class Several {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();

        @TdTopicListener(id = "one", topics = "a")
        @TdTopicListener(id = "two", topics = "b")
        void both(Reading reading) {
            calls.add(reading.v());
        }

        @TdTopicListeners(@TdTopicListener(id = "three", topics = "c"))
        void contained(Reading reading) {
            calls.add(reading.v());
        }
    }

    @Test
    void makesAContainerOfEach() throws Exception {
        try (MockedListeners listeners = MockedListeners.run(Several.class)) {
            listeners.deliver("one-0", "a", 1);
            listeners.deliver("two-0", "b", 2);
            listeners.deliver("three-0", "c", 3);

            BlockingQueue<Integer> calls = listeners.context.getBean(Several.class).calls;
            assertThat(List.of(next(calls), next(calls), next(calls))).containsExactlyInAnyOrder(1, 2, 3);
        }
    }

    private static int next(BlockingQueue<Integer> calls) throws InterruptedException {
        Integer call = calls.poll(10, TimeUnit.SECONDS);
        assertThat(call).as("a call of the listener").isNotNull();
        return call;
    }

    /** The annotation stands on what a proxy implements. */
    interface Listens {

        @TdTopicListener(id = "proxied", topics = "t")
        void reading(Reading reading);
    }

    @Configuration(proxyBeanMethods = false)
    static class Proxied {

        static final BlockingQueue<Integer> CALLS = new LinkedBlockingQueue<>();

        @Bean
        Listens listens() {
            MethodInterceptor keeping = invocation -> {
                CALLS.add(((Reading) invocation.getArguments()[0]).v());
                return null;
            };
            ProxyFactory proxies = new ProxyFactory(Listens.class, keeping);
            return (Listens) proxies.getProxy();
        }
    }

    @Test
    void isFoundOnWhatAProxyImplements() throws Exception {
        try (MockedListeners listeners = MockedListeners.run(Proxied.class)) {
            listeners.deliver("proxied-0", "t", 7);

            assertThat(next(Proxied.CALLS)).isEqualTo(7);
        }
    }

    static class SameId {

        @TdTopicListener(id = "same", topics = "a")
        void one(Reading reading) {}

        @TdTopicListener(id = "same", topics = "b")
        void other(Reading reading) {}
    }

    static class NoTopic {

        @TdTopicListener(id = "lost", topics = "${no.such:}")
        void reading(Reading reading) {}
    }

    static class WrongNumber {

        @TdTopicListener(id = "wrong", topics = "t", concurrency = "many")
        void reading(Reading reading) {}
    }

    static class WrongProperty {

        @TdTopicListener(id = "wrong", topics = "t", properties = "max.poll.interval.ms=soon")
        void reading(Reading reading) {}
    }

    @Test
    void refusesAtStartUpWhatCannotBe() {
        Map.of(
                        SameId.class, "there is a listener with the id same already",
                        NoTopic.class, "lost",
                        WrongNumber.class, "many",
                        WrongProperty.class, "listener wrong: ")
                .forEach((bean, text) -> assertThatThrownBy(() -> MockedListeners.run(bean))
                        .as(bean.getSimpleName())
                        .hasStackTraceContaining(text));
    }
}
