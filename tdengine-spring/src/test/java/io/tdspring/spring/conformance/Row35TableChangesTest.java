// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.Handover.block;
import static io.tdspring.spring.conformance.Handover.handOn;
import static io.tdspring.spring.conformance.Handover.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.meta.AlterMeta;
import io.tdspring.data.meta.TableKind;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.spring.annotation.EnableTdTopic;
import io.tdspring.spring.annotation.TdTopicHandler;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.ListenerDefaults;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ListenerFailedException;
import io.tdspring.spring.listener.MessageListener;
import io.tdspring.spring.mapping.TdMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.messaging.handler.annotation.Payload;

class Row35TableChangesTest {

    private static final TableMeta DROPPED = new TableMeta.Dropped(List.of("d9"));
    private static final TableMeta RENAMED =
            new AlterMeta.Renamed(TableKind.SUPER, "s", AlterMeta.Member.COLUMN, "a", "b");
    private static final TableMeta DELETED = new TableMeta.Deleted("delete from d1");

    private final Plant plant = new Plant();

    static final class Plant {

        final List<Object> calls = new ArrayList<>();

        void all(@Payload TableMeta change) {
            calls.add(change);
        }

        void altered(AlterMeta change) {
            calls.add(change);
            throw new IllegalStateException("altered");
        }

        void row(Integer row) {
            calls.add(row);
        }

        void message(TmqMessage message) {
            calls.add(message.metas());
        }
    }

    @Test
    void areHandedOnOneByOne() {
        handOn(Handover.to(plant).record("all"), message(List.of(DROPPED, RENAMED), block("d1", "v", 1)));

        assertThat(plant.calls).containsExactly(DROPPED, RENAMED);
    }

    @Test
    void areChosenByTheirTypeAndCountedBehindTheRows() {
        List<ListenerFailedException> failures = handOn(
                Handover.to(plant).record("altered"),
                message(List.of(DROPPED, RENAMED, DELETED, RENAMED), block("d1", "v", 1, 2)));

        assertThat(plant.calls).containsExactly(RENAMED, RENAMED);
        assertThat(failures).extracting(ListenerFailedException::failedRow).containsExactly(3, 5);
        assertThat(failures).extracting(ListenerFailedException::nextRow).containsExactly(4, 6);
    }

    @Test
    void doNotReachAListenerOfRows() {
        handOn(Handover.to(plant).record("row"), message(List.of(DROPPED), block("d1", "v", 1)));

        assertThat(plant.calls).containsExactly(1);
    }

    @Test
    void areInAWholeMessage() {
        handOn(Handover.to(plant).record("message"), message(List.of(DELETED)));

        assertThat(plant.calls).containsExactly(List.of(DELETED));
    }

    static final class Handlers {

        final List<Object> calls = new ArrayList<>();

        void renamed(AlterMeta.Renamed change) {
            calls.add("renamed " + change.newName());
        }

        void altered(AlterMeta change) {
            calls.add("altered " + change.table());
        }

        void deleted(TableMeta.Deleted change) {
            calls.add(change.sql());
        }
    }

    @Test
    void goToTheHandlerOfTheClosestType() {
        Handlers handlers = new Handlers();
        TableMeta dropped = new AlterMeta.Dropped(TableKind.NORMAL, "n", AlterMeta.Member.COLUMN, "a");
        MessageListener listener = Handover.to(handlers).handlers(null);

        assertThat(handOn(listener, message(List.of(RENAMED, dropped, DROPPED, DELETED))))
                .isEmpty();

        assertThat(handlers.calls).containsExactly("renamed b", "altered n", "delete from d1");
    }

    static final class TwoAlike {

        void one(AlterMeta change) {}

        void two(AlterMeta change) {}
    }

    @Test
    void mayNotHaveTwoHandlersOfOneType() {
        assertThatThrownBy(() -> Handover.to(new TwoAlike()).handlers(null))
                .hasMessageContaining("more than one handler");
    }

    @EnableTdTopic
    @TdTopicListener(id = "changes", topics = "t_meta")
    static class Replica {

        final BlockingQueue<Object> calls = new LinkedBlockingQueue<>();

        @TdTopicHandler
        void created(TableMeta.Created change) {
            calls.add(change.kind() + " " + change.table());
        }

        @TdTopicHandler
        void children(TableMeta.ChildrenCreated change) {
            calls.add(change.children().get(0).table());
        }

        @TdTopicHandler
        void row(Map<String, Object> row) {
            calls.add(row.get("v"));
        }

        Object next() throws InterruptedException {
            Object call = calls.poll(10, TimeUnit.SECONDS);
            assertThat(call).as("a call of a handler").isNotNull();
            return call;
        }
    }

    @Test
    void arriveFromAServer() throws Exception {
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start();
                TdengineClient client =
                        TdengineClient.builder().endpoints(server.endpoint()).build();
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            client.execute("CREATE DATABASE plant VGROUPS 1");
            client.execute("CREATE TOPIC t_meta WITH META AS DATABASE plant");
            client.execute("CREATE STABLE plant.s (ts TIMESTAMP, v INT) TAGS (site INT)");
            client.execute("CREATE TABLE plant.d1 USING plant.s TAGS (1)");
            client.execute("INSERT INTO plant.d1 VALUES (1700000000000, 42)");
            context.registerBean(
                    "tdTopicListenerContainerFactory",
                    TdTopicListenerContainerFactory.class,
                    () -> new TdTopicListenerContainerFactory(
                            client,
                            new TdMapper(),
                            ListenerDefaults.standard(),
                            Map.of("auto.offset.reset", "earliest"),
                            DeliveryPolicy.defaults()));
            context.register(Replica.class);
            context.refresh();

            Replica replica = context.getBean(Replica.class);
            assertThat(List.of(replica.next(), replica.next(), replica.next())).containsExactly("SUPER s", "d1", 42);
        }
    }
}
