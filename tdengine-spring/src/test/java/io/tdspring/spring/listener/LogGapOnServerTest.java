// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.spring.event.ListenerEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A group was away, and meanwhile its topic's log has lost what it had not read. */
class LogGapOnServerTest {

    private final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    private final TdengineClient client =
            TdengineClient.builder().endpoints(server.endpoint()).build();
    private final BlockingQueue<Integer> rows = new LinkedBlockingQueue<>();
    private final BlockingQueue<ListenerEvent> events = new LinkedBlockingQueue<>();

    @BeforeEach
    void readsOneRowAndLeavesTwoThatAreLost() throws Exception {
        client.execute("CREATE DATABASE plant VGROUPS 1");
        client.execute("CREATE TABLE plant.d1 (ts TIMESTAMP, v INT)");
        client.execute("CREATE TOPIC t_plant AS SELECT v FROM plant.d1");
        TdTopicListenerContainer first = start(OnGap.EARLIEST, OffsetReset.EARLIEST);
        insert(1);
        assertThat(next()).isEqualTo(1);
        first.stop();
        insert(2);
        insert(3);
        server.faults().expireLog("t_plant");
        insert(4);
        events.clear();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private TdTopicListenerContainer start(OnGap onGap, OffsetReset reset) {
        TdTopicListenerContainer container = new TdTopicListenerContainer(
                ContainerSettings.builder("plant", List.of("t_plant"))
                        .pollTimeout(Duration.ofMillis(100))
                        .idleAfter(Duration.ofMillis(1))
                        .onGap(onGap)
                        .build(),
                clientId -> client.newConsumer(ConsumerOptions.builder("g_plant")
                        .clientId(clientId)
                        .autoOffsetReset(reset)
                        .build()),
                (message, firstRow, context) -> message.blocks().forEach(table -> {
                    for (int row = 0; row < table.block().rows(); row++) {
                        rows.add(table.block().intAt(0, row));
                    }
                }),
                DeliveryPolicy.defaults(),
                true);
        container.setApplicationEventPublisher(event -> events.add((ListenerEvent) event));
        container.start();
        return container;
    }

    private void insert(int value) {
        client.execute("INSERT INTO plant.d1 VALUES (" + (1_800_000_000_000L + value) + ", " + value + ")");
    }

    private int next() throws InterruptedException {
        Integer row = rows.poll(10, TimeUnit.SECONDS);
        assertThat(row).as("a row").isNotNull();
        return row;
    }

    private <T extends ListenerEvent> T next(Class<T> type) throws InterruptedException {
        while (true) {
            ListenerEvent event = events.poll(10, TimeUnit.SECONDS);
            assertThat(event).as("an event of %s", type).isNotNull();
            if (type.isInstance(event)) {
                return type.cast(event);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OffsetReset.class,
            names = {"EARLIEST", "LATEST"})
    void goesOnWithTheOldestMessageThereIsAndTellsTheGap(OffsetReset reset) throws Exception {
        TdTopicListenerContainer container = start(OnGap.EARLIEST, reset);

        ListenerEvent.LogGap gap = next(ListenerEvent.LogGap.class);
        assertThat(gap.vgroup().topic()).isEqualTo("t_plant");
        assertThat(gap.committed()).isLessThan(gap.begin());
        assertThat(next()).isEqualTo(4);
        container.stop();
        assertThat(container.gaps()).isEqualTo(1);
        assertThat(rows).isEmpty();
    }

    @Test
    void goesOnWithTheNextMessageIfToldTo() throws Exception {
        TdTopicListenerContainer container = start(OnGap.LATEST, OffsetReset.EARLIEST);
        next(ListenerEvent.LogGap.class);
        next(ListenerEvent.Idle.class);

        insert(5);

        assertThat(next()).isEqualTo(5);
        container.stop();
    }

    @Test
    void endsIfToldTo() throws Exception {
        TdTopicListenerContainer container = start(OnGap.FAIL, OffsetReset.EARLIEST);

        assertThat(next(ListenerEvent.Stopped.class).reason()).contains("cannot go on");
        assertThat(container.stopReason())
                .hasValueSatisfying(reason -> assertThat(reason.cause()).isInstanceOf(LogGapException.class));
        container.stop();
        assertThat(rows).isEmpty();
    }

    @Test
    void tellsAGapOnce() throws Exception {
        TdTopicListenerContainer container = start(OnGap.EARLIEST, OffsetReset.EARLIEST);
        assertThat(next()).isEqualTo(4);
        container.stop();
        events.clear();

        container.start();
        insert(5);
        assertThat(next()).isEqualTo(5);
        container.stop();

        assertThat(events).doesNotHaveAnyElementsOfTypes(ListenerEvent.LogGap.class);
    }
}
