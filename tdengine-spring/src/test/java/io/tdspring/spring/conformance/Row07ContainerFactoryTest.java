// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.annotation.TdTopicListenerConfigurer;
import io.tdspring.spring.config.ContainerCustomizer;
import io.tdspring.spring.config.TdTopicListenerEndpoint;
import io.tdspring.spring.listener.AckMode;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.ScriptedConsumer;
import io.tdspring.spring.listener.adapter.ListenerTarget;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How containers are made of endpoints: factory, customizers, beans that the annotation names, endpoints without one. */
class Row07ContainerFactoryTest {

    private final BlockingQueue<Object> calls = new LinkedBlockingQueue<>();

    private Object next() throws InterruptedException {
        Object call = calls.poll(10, TimeUnit.SECONDS);
        assertThat(call).as("a call of the listener").isNotNull();
        return call;
    }

    static class Plants {

        @TdTopicListener(id = "north", topics = "t", concurrency = "2", containerPostProcessor = "north-only")
        void north(int value) {}

        @TdTopicListener(id = "south", topics = "t", concurrency = "2")
        void south(int value) {}
    }

    @Test
    void letsCustomizersChangeWhatTheAnnotationSays() {
        List<String> customized = new ArrayList<>();
        ContainerCustomizer first = (endpoint, settings) -> {
            customized.add(endpoint.id());
            settings.concurrency(3).ackMode(AckMode.RECORD);
        };
        ContainerCustomizer second = (endpoint, settings) -> settings.concurrency(4);
        ContainerCustomizer northOnly = (endpoint, settings) -> settings.concurrency(5);
        try (Listening application = new Listening()
                .factory(factory -> factory.withCustomizers(List.of(first, second)))
                .with("north-only", northOnly)
                .with(new Plants())
                .start()) {
            ContainerSettings north = application.container("north").settings();
            ContainerSettings south = application.container("south").settings();

            assertThat(customized).containsExactlyInAnyOrder("north", "south");
            assertThat(north.concurrency()).isEqualTo(5);
            assertThat(south.concurrency()).isEqualTo(4);
            assertThat(north.acks().mode()).isEqualTo(AckMode.RECORD);
        }
    }

    class Failing {

        @TdTopicListener(id = "skipping", topics = "t", errorHandler = "#{'skip' + 's'}")
        void skipping(int value) {
            calls.add(value);
            throw new IllegalStateException("fails");
        }

        @TdTopicListener(id = "retrying", topics = "t")
        void retrying(int value) {
            calls.add(value);
            throw new IllegalStateException("fails");
        }
    }

    @Test
    void takesTheErrorHandlerThatTheAnnotationNames() throws Exception {
        ErrorHandler skips = failure -> ErrorHandler.Decision.SKIP;
        try (Listening application = new Listening()
                .with("skips", skips)
                .with("failing", new Failing())
                .start()) {
            application.consumer("skipping-0").deliver(ScriptedConsumer.message(0, 1, 2));
            assertThat(List.of(next(), next())).containsExactly(1, 2);
            application.consumer("retrying-0").deliver(ScriptedConsumer.message(0, 3, 4));
            assertThat(List.of(next(), next())).containsExactly(3, 3);
        }
    }

    static class Unknown {

        @TdTopicListener(id = "unknown", topics = "t", errorHandler = "nobody")
        void reading(int value) {}
    }

    @Test
    void failsAtStartUpIfThereIsNoBeanOfThatName() {
        assertThatThrownBy(() -> new Listening().with(new Unknown()).start()).hasStackTraceContaining("'nobody'");
    }

    class Typed {

        @TdTopicListener(id = "batch", topics = "t", type = "batch", batch = "true")
        void batch(List<Integer> values) {
            calls.add(values);
        }

        @TdTopicListener(id = "message", topics = "t", type = "message")
        void message(TmqMessage message) {
            calls.add(message.rows());
        }

        @TdTopicListener(id = "block", topics = "t", type = "${how}")
        void block(TableBlock block) {
            calls.add(block.block().rows() + " of " + block.tableName());
        }
    }

    @Test
    void handsOnAsTheTypeSays() throws Exception {
        try (Listening application = new Listening()
                .with("typed", new Typed())
                .property("how", "BLOCK")
                .start()) {
            application.consumer("batch-0").deliver(ScriptedConsumer.message(0, 1, 2));
            assertThat(next()).isEqualTo(List.of(1, 2));
            application.consumer("message-0").deliver(ScriptedConsumer.message(0, 1, 2));
            assertThat(next()).isEqualTo(2);
            application.consumer("block-0").deliver(ScriptedConsumer.message(0, 1, 2));
            assertThat(next()).isEqualTo("2 of d1");
        }
    }

    static class RowsAsMessage {

        @TdTopicListener(id = "wrong", topics = "t", type = "message")
        void reading(int value) {}
    }

    static class RowsAsBlock {

        @TdTopicListener(id = "wrong", topics = "t", type = "block")
        void reading(int value) {}
    }

    static class BatchAndNot {

        @TdTopicListener(id = "wrong", topics = "t", type = "batch", batch = "false")
        void reading(int value) {}
    }

    static class NoType {

        @TdTopicListener(id = "wrong", topics = "t", type = "row")
        void reading(int value) {}
    }

    @Test
    void refusesMethodsThatDoNotFitTheirType() {
        Map<Object, String> refused = Map.of(
                new RowsAsMessage(), "must take the TmqMessage",
                new RowsAsBlock(), "must take a TableBlock",
                new BatchAndNot(), "contradict each other",
                new NoType(), "must be one of [RECORD, BATCH, MESSAGE, BLOCK]");

        refused.forEach((bean, text) ->
                assertThatThrownBy(() -> new Listening().with(bean).start()).hasStackTraceContaining(text));
    }

    class Plain {

        void take(int value) {
            calls.add(value);
        }
    }

    @Test
    void takesEndpointsThatNoAnnotationDeclares() throws Exception {
        Plain plain = new Plain();
        Method method = Plain.class.getDeclaredMethod("take", int.class);
        TdTopicListenerConfigurer twoOfThem = registrar -> {
            for (String topic : List.of("t_one", "t_two")) {
                registrar.registerEndpoint(
                        TdTopicListenerEndpoint.builder(topic, List.of(topic), ListenerTarget.of(plain, method))
                                .groupId("g_" + topic)
                                .properties(Map.of("session.timeout.ms", "20000"))
                                .build());
            }
        };
        try (Listening application = new Listening().with("two", twoOfThem).start()) {
            application.consumer("t_two-0").deliver(ScriptedConsumer.message(0, 7));

            assertThat(next()).isEqualTo(7);
            assertThat(application.container("t_one").isRunning()).isTrue();
            assertThat(application.options.get("t_two-0").groupId()).isEqualTo("g_t_two");
            assertThat(application.options.get("t_two-0").sessionTimeout()).isEqualTo(Duration.ofSeconds(20));
        }
    }
}
