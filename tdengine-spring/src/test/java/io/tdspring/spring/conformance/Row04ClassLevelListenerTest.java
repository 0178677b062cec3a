// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.Handover.block;
import static io.tdspring.spring.conformance.Handover.handOn;
import static io.tdspring.spring.conformance.Handover.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.Row;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.spring.annotation.EnableTdTopic;
import io.tdspring.spring.annotation.TdTopicHandler;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.ListenerDefaults;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ListenerFailedException;
import io.tdspring.spring.listener.ScriptedConsumer;
import io.tdspring.spring.mapping.TdMapper;
import io.tdspring.spring.mapping.TdTableName;
import io.tdspring.spring.support.TdHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;

class Row04ClassLevelListenerTest {

    record Volt(int v) {}

    record NamedVolt(int v, @TdTableName String table) {}

    record Watt(int w) {}

    @TdTopicListener(id = "plant", topics = "t", info = "north")
    static class Plant {

        final BlockingQueue<Object> calls = new LinkedBlockingQueue<>();

        @TdTopicHandler
        void volt(@Payload Volt volt) {
            calls.add(volt);
        }

        @TdTopicHandler
        void watt(Watt watt, @Header(TdHeaders.LISTENER_INFO) String info) {
            calls.add(watt + info);
        }

        @TdTopicHandler(isDefault = true)
        void other(Map<String, Object> row) {
            calls.add(row);
        }

        Object next() throws InterruptedException {
            Object call = calls.poll(10, TimeUnit.SECONDS);
            assertThat(call).as("a call of a handler").isNotNull();
            return call;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTdTopic
    static class Listening {

        final ScriptedConsumer consumer = new ScriptedConsumer();

        @Bean
        TdTopicListenerContainerFactory tdTopicListenerContainerFactory() {
            return new TdTopicListenerContainerFactory(
                    options -> consumer,
                    new TdMapper(),
                    ListenerDefaults.standard(),
                    Map.of(),
                    DeliveryPolicy.defaults());
        }
    }

    @Test
    void callsTheMethodWhosePayloadFitsTheRow() throws Exception {
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext(Listening.class, Plant.class)) {
            TmqMessage message =
                    message(block("d1", "v", 1), block("d2", "w", 2), block("d3", "x", 3), block("d1", "v", 4));
            context.getBean(Listening.class).consumer.deliver(message);

            Plant plant = context.getBean(Plant.class);
            assertThat(List.of(plant.next(), plant.next(), plant.next(), plant.next()))
                    .containsExactly(new Volt(1), "Watt[w=2]north", Map.of("x", 3), new Volt(4));
        }
    }

    @TdTopicListener(id = "empty", topics = "t")
    static class Empty {}

    @TdTopicListener(id = "two", topics = "t")
    static class TwoDefaults {

        @TdTopicHandler(isDefault = true)
        void one(Volt volt) {}

        @TdTopicHandler(isDefault = true)
        void two(Watt watt) {}
    }

    @Test
    void refusesAClassWithoutHandlersOrWithTwoDefaults() {
        assertThatThrownBy(() -> new AnnotationConfigApplicationContext(Listening.class, Empty.class))
                .hasStackTraceContaining("must have methods with @TdTopicHandler");
        assertThatThrownBy(() -> new AnnotationConfigApplicationContext(Listening.class, TwoDefaults.class))
                .hasStackTraceContaining("at most one of them the default");
    }

    /** Handlers without a default, of a record and a larger one, and of two records alike. */
    static final class Choosy {

        final List<Object> calls = new ArrayList<>();

        void volt(Volt volt) {
            calls.add(volt);
        }

        void named(NamedVolt volt) {
            calls.add(volt);
        }

        void watt(Watt watt) {
            calls.add(watt);
        }

        void sameWatt(SameWatt watt) {
            calls.add(watt);
        }
    }

    record SameWatt(int w) {}

    private final Choosy choosy = new Choosy();

    @Test
    void choosesThePayloadThatNeedsMost() {
        handOn(Handover.to(choosy).handlers(null), message(block("d1", "v", 1), block(null, "v", 2)));

        assertThat(choosy.calls).containsExactly(new NamedVolt(1, "d1"), new Volt(2));
    }

    @Test
    void failsOnceForRowsThatNoHandlerTakesOrSeveralAlike() {
        List<ListenerFailedException> failures = handOn(
                Handover.to(choosy).handlers(null),
                message(block("d1", "x", 1, 2), block(null, "v", 3), block("d1", "w", 4, 5)));

        assertThat(choosy.calls).containsExactly(new Volt(3));
        assertThat(failures).hasSize(2);
        assertThat(failures.get(0)).hasStackTraceContaining("no handler of Choosy takes rows of the columns [x]");
        assertThat(failures.get(1)).hasStackTraceContaining("fit several handlers alike");
        assertThat(failures).extracting(ListenerFailedException::nextRow).containsExactly(2, 5);
    }

    static final class Mixed {

        final List<Object> calls = new ArrayList<>();

        void row(Row row) {
            calls.add(row.getInt(0));
        }

        void dropped(TableMeta.Dropped dropped) {
            calls.add(dropped.tables());
        }
    }

    @Test
    void handsChangesOfTablesOnBehindRows() {
        Mixed mixed = new Mixed();

        handOn(
                Handover.to(mixed).handlers(null),
                message(List.of(new TableMeta.Dropped(List.of("d9"))), block("d1", "x", 1, 2)));

        assertThat(mixed.calls).containsExactly(1, 2, List.of("d9"));
    }

    static final class WithList {

        void list(List<Volt> volts) {}

        void one(Watt watt) {}
    }

    @Test
    void refusesHandlersOfLists() {
        assertThatThrownBy(() -> Handover.to(new WithList()).handlers(null))
                .hasMessageContaining("must take one row or one change of tables");
    }
}
