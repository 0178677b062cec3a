// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.spring.listener.adapter.MethodListener;
import io.tdspring.spring.mapping.TdMapper;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.backoff.FixedBackOff;

/** Listeners on a server: what is committed, and what comes again. */
class ListenerOnServerTest {

    private final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    private final TdengineClient client =
            TdengineClient.builder().endpoints(server.endpoint()).build();
    private final Plant plant = new Plant();

    record Reading(int v) {}

    static final class Plant {

        final BlockingQueue<Object> calls = new LinkedBlockingQueue<>();
        final AtomicInteger failures = new AtomicInteger();

        void reading(Reading reading) {
            calls.add(reading.v());
            if (reading.v() == 3 && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the third");
            }
        }

        void readings(List<Reading> readings) {
            calls.add(readings.stream().map(Reading::v).toList());
        }

        void seeking(Reading reading, TdConsumerSeeker seeker) {
            calls.add(reading.v());
            if (reading.v() == 3 && failures.getAndDecrement() > 0) {
                List<VgroupAssignment> assigned = seeker.assignment("t_plant");
                assertThat(assigned)
                        .allSatisfy(vgroup -> assertThat(vgroup.end()).isGreaterThan(vgroup.begin()));
                seeker.seekToBeginning("t_plant");
            }
        }

        int next() throws InterruptedException {
            return (int) nextCall();
        }

        Object nextCall() throws InterruptedException {
            Object call = calls.poll(10, TimeUnit.SECONDS);
            assertThat(call).as("a call of the listener").isNotNull();
            return call;
        }
    }

    @BeforeEach
    void createTopic() {
        client.execute("CREATE DATABASE plant VGROUPS 1");
        client.execute("CREATE TABLE plant.d1 (ts TIMESTAMP, v INT)");
        client.execute("CREATE TOPIC t_plant AS SELECT v FROM plant.d1");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private TdTopicListenerContainer start(String method, ErrorHandler errorHandler) {
        MessageListener listener = MethodListener.record(plant, method(method), new TdMapper());
        return start(listener, errorHandler);
    }

    private TdTopicListenerContainer start(MessageListener listener, ErrorHandler errorHandler) {
        FixedBackOff soon = new FixedBackOff(10, Long.MAX_VALUE);
        TdTopicListenerContainer container = new TdTopicListenerContainer(
                ContainerSettings.builder("plant", List.of("t_plant"))
                        .concurrency(1)
                        .pollTimeout(Duration.ofMillis(200))
                        .shutdownTimeout(Duration.ofSeconds(10))
                        .build(),
                clientId -> client.newConsumer(ConsumerOptions.builder("g_plant")
                        .clientId(clientId)
                        .autoOffsetReset(OffsetReset.EARLIEST)
                        .build()),
                listener,
                new DeliveryPolicy(errorHandler, soon, Duration.ofSeconds(30), soon),
                true);
        container.start();
        return container;
    }

    private static Method method(String name) {
        return Arrays.stream(Plant.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Each value in a message of its own: the next is written when the one before has been received. */
    private void insert(int value) {
        client.execute("INSERT INTO plant.d1 VALUES (" + (1_800_000_000_000L + value) + ", " + value + ")");
    }

    @Test
    void handsTheThirdMessageOnAgainAfterItFailed() throws Exception {
        plant.failures.set(1);
        TdTopicListenerContainer container = start("reading", ErrorHandler.retryForever());

        for (int value = 1; value <= 3; value++) {
            insert(value);
            assertThat(plant.next()).isEqualTo(value);
        }
        assertThat(plant.next()).isEqualTo(3);
        insert(4);
        assertThat(plant.next()).isEqualTo(4);

        container.stop();
        assertThat(plant.calls).isEmpty();
    }

    @Test
    void handsTheThirdMessageOnAgainAfterARestartOfTheConsumer() throws Exception {
        plant.failures.set(1);
        TdTopicListenerContainer failing = start("reading", failure -> ErrorHandler.Decision.STOP);
        for (int value = 1; value <= 3; value++) {
            insert(value);
            assertThat(plant.next()).isEqualTo(value);
        }
        failing.stop();
        assertThat(plant.calls).isEmpty();

        TdTopicListenerContainer restarted = start("reading", ErrorHandler.retryForever());

        assertThat(plant.next()).isEqualTo(3);
        restarted.stop();
        assertThat(plant.calls).isEmpty();
    }

    @Test
    void doesNotHandOnAgainWhatWasHandledBeforeARestart() throws Exception {
        TdTopicListenerContainer first = start("reading", ErrorHandler.retryForever());
        insert(1);
        assertThat(plant.next()).isEqualTo(1);
        first.stop();

        TdTopicListenerContainer second = start("reading", ErrorHandler.retryForever());
        insert(2);

        assertThat(plant.next()).isEqualTo(2);
        second.stop();
    }

    @Test
    void seeksWhileItListens() throws Exception {
        plant.failures.set(1);
        TdTopicListenerContainer container = start("seeking", ErrorHandler.retryForever());

        for (int value = 1; value <= 3; value++) {
            insert(value);
            assertThat(plant.next()).isEqualTo(value);
        }

        assertThat(List.of(plant.next(), plant.next(), plant.next())).containsExactly(1, 2, 3);
        container.stop();
    }

    @Test
    void handsTheRowsOfAMessageOnAsABatch() throws Exception {
        client.execute("INSERT INTO plant.d1 VALUES (1800000000001, 1) (1800000000002, 2) (1800000000003, 3)");
        MessageListener batch = MethodListener.batch(plant, method("readings"), new TdMapper());
        TdTopicListenerContainer container = start(batch, ErrorHandler.retryForever());

        assertThat(plant.nextCall()).isEqualTo(List.of(1, 2, 3));
        container.stop();
    }

    @Test
    void sharesTheVgroupsAmongItsConsumersAndLosesNothing() throws Exception {
        client.execute("CREATE DATABASE wide VGROUPS 2");
        client.execute("CREATE STABLE wide.st (ts TIMESTAMP, v INT) TAGS (n INT)");
        client.execute("CREATE TOPIC t_wide AS SELECT v FROM wide.st");
        MessageListener rows = MethodListener.record(plant, method("reading"), new TdMapper());
        FixedBackOff soon = new FixedBackOff(10, Long.MAX_VALUE);
        TdTopicListenerContainer container = new TdTopicListenerContainer(
                ContainerSettings.builder("wide", List.of("t_wide"))
                        .concurrency(2)
                        .pollTimeout(Duration.ofMillis(200))
                        .shutdownTimeout(Duration.ofSeconds(10))
                        .build(),
                clientId -> client.newConsumer(ConsumerOptions.builder("g_wide")
                        .clientId(clientId)
                        .autoOffsetReset(OffsetReset.EARLIEST)
                        .build()),
                rows,
                new DeliveryPolicy(ErrorHandler.retryForever(), soon, Duration.ofSeconds(30), soon),
                true);
        container.start();

        Set<Integer> received = new HashSet<>();
        for (int v = 10; v < 110; v++) {
            client.execute("INSERT INTO wide.c" + v % 20 + " USING wide.st TAGS (" + v % 20 + ") VALUES ("
                    + (1_800_000_000_000L + v) + ", " + v + ")");
        }
        while (received.size() < 100) {
            received.add(plant.next());
        }

        container.stop();
        assertThat(received).hasSize(100);
    }

    @Test
    void readsOneVgroupAgainInItsOrderAndLeavesTheOthers() throws Exception {
        client.execute("CREATE DATABASE wide VGROUPS 2");
        client.execute("CREATE STABLE wide.st (ts TIMESTAMP, v INT) TAGS (n INT)");
        client.execute("CREATE TOPIC t_wide AS SELECT v FROM wide.st");
        for (int table = 0; table < 8; table++) {
            client.execute("CREATE TABLE wide.c" + table + " USING wide.st TAGS (" + table + ")");
        }
        Map<Integer, List<Integer>> rows = new ConcurrentHashMap<>();
        Map<Integer, List<Long>> starts = new ConcurrentHashMap<>();
        AtomicInteger soughtVgroup = new AtomicInteger(-1);
        AtomicInteger rowsBefore = new AtomicInteger();
        Semaphore handled = new Semaphore(0);
        MessageListener listener = (message, firstRow, context) -> {
            List<Long> seen = starts.computeIfAbsent(message.vgroupId(), id -> new CopyOnWriteArrayList<>());
            seen.add(message.startOffset());
            List<Integer> values = rows.computeIfAbsent(message.vgroupId(), id -> new CopyOnWriteArrayList<>());
            message.blocks().forEach(table -> {
                for (int row = 0; row < table.block().rows(); row++) {
                    values.add(table.block().intAt(0, row));
                }
            });
            if (seen.size() == 11 && soughtVgroup.compareAndSet(-1, message.vgroupId())) {
                rowsBefore.set(values.size());
                context.seeker().seek("t_wide", message.vgroupId(), seen.get(1));
            }
            handled.release(message.rows());
        };
        TdTopicListenerContainer container = new TdTopicListenerContainer(
                ContainerSettings.builder("wide", List.of("t_wide"))
                        .pollTimeout(Duration.ofMillis(100))
                        .build(),
                clientId -> client.newConsumer(ConsumerOptions.builder("g_wide")
                        .clientId(clientId)
                        .autoOffsetReset(OffsetReset.EARLIEST)
                        .build()),
                listener,
                DeliveryPolicy.defaults(),
                true);
        container.start();

        // Each row in a message of its own: the next is written when the one before has been handled.
        for (int v = 0; soughtVgroup.get() < 0; v++) {
            client.execute("INSERT INTO wide.c" + v % 8 + " VALUES (" + (1_800_000_000_000L + v) + ", " + v + ")");
            assertThat(handled.tryAcquire(10, TimeUnit.SECONDS)).as("row %d", v).isTrue();
        }
        assertThat(handled.tryAcquire(10, 10, TimeUnit.SECONDS))
                .as("the rows of ten messages once more")
                .isTrue();
        container.stop();

        List<Integer> again = rows.get(soughtVgroup.get());
        assertThat(again).hasSize(rowsBefore.get() + 10);
        assertThat(again.subList(11, 21)).isEqualTo(again.subList(1, 11));
        rows.forEach((vgroup, values) -> {
            if (vgroup != soughtVgroup.get()) {
                assertThat(values).doesNotHaveDuplicates();
            }
        });
    }
}
