// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.spring.conformance.PlantServer.Reading;
import io.tdspring.spring.listener.AckMode;
import io.tdspring.spring.listener.Acknowledgment;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.MessageListener;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.test.MockMessage;
import io.tdspring.spring.test.MockTmqConsumer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a group has committed when its process dies, and so where it goes on. */
class Row11AckModesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final TopicVgroup VGROUP = new TopicVgroup("t_plant", 2);

    private final PlantServer plant = new PlantServer();
    private final Meters meters = new Meters();

    /** The user's methods; the one that acknowledges refuses even values, by not acknowledging them. */
    static final class Meters {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();
        final BlockingQueue<Acknowledgment> kept = new LinkedBlockingQueue<>();
        /** What {@link #held} may still handle. */
        final Semaphore permits = new Semaphore(0);

        void held(Reading reading) throws InterruptedException {
            calls.add(reading.v());
            permits.acquire();
        }

        void acknowledging(Reading reading, Acknowledgment acknowledgment) throws InterruptedException {
            calls.add(reading.v());
            permits.acquire();
            if (reading.v() % 2 == 1) {
                acknowledgment.acknowledge();
            } else {
                kept.add(acknowledgment);
            }
        }

        int next() throws InterruptedException {
            Integer call = calls.poll(10, TimeUnit.SECONDS);
            assertThat(call).as("a call of the listener").isNotNull();
            return call;
        }
    }

    @AfterEach
    void close() {
        meters.permits.release(1_000);
        plant.close();
    }

    private TdTopicListenerContainer start(String method, AckMode mode) {
        return plant.start(
                Handover.to(meters).record(method),
                settings -> settings.ackMode(mode).shutdownTimeout(Duration.ofMillis(500)));
    }

    /** Has values handled one after the other, each in a message of its own, but for the last, which stays in hand. */
    private void handle(int... values) throws InterruptedException {
        for (int i = 0; i < values.length; i++) {
            plant.insert(values[i]);
            assertThat(meters.next()).isEqualTo(values[i]);
            if (i < values.length - 1) {
                meters.permits.release();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = AckMode.class,
            names = {"RECORD", "BATCH"})
    void goesOnAtTheMessageThatWasInHandWhenItsProcessDied(AckMode mode) throws Exception {
        TdTopicListenerContainer first = start("held", mode);
        handle(1, 2, 3);

        plant.crash(first);
        TdTopicListenerContainer second = start("held", mode);

        assertThat(meters.next()).isEqualTo(3);
        meters.permits.release();
        second.stop();
        assertThat(meters.calls).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = AckMode.class,
            names = {"RECORD", "BATCH", "COUNT", "TIME", "COUNT_TIME"})
    void doesNotRepeatWhatItHadHandledWhenItWasStopped(AckMode mode) throws Exception {
        TdTopicListenerContainer first = start("held", mode);
        handle(1, 2);
        meters.permits.release();
        first.stop();

        TdTopicListenerContainer second = start("held", mode);
        handle(3);

        meters.permits.release();
        second.stop();
        assertThat(meters.calls).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = AckMode.class,
            names = {"MANUAL", "MANUAL_IMMEDIATE"})
    void goesOnAtTheFirstMessageThatWasNotAcknowledged(AckMode mode) throws Exception {
        TdTopicListenerContainer first = start("acknowledging", mode);
        handle(1, 2, 3);
        meters.permits.release();
        first.stop();

        start("acknowledging", mode);

        // What lies behind comes again too, acknowledged or not: a group has one offset a vgroup.
        assertThat(meters.next()).isEqualTo(2);
        meters.permits.release();
        assertThat(meters.next()).isEqualTo(3);
    }

    @Test
    void commitsAnAcknowledgmentOfAnotherThread() throws Exception {
        meters.permits.release(1_000);
        TdTopicListenerContainer first = start("acknowledging", AckMode.MANUAL);
        plant.insert(2);
        assertThat(meters.next()).isEqualTo(2);

        meters.kept.take().acknowledge();
        first.stop();
        start("acknowledging", AckMode.MANUAL);
        plant.insert(4);

        assertThat(meters.next()).isEqualTo(4);
    }

    @Test
    void commitsEachMessageOfAPollInModeRecordAndAllOfItInModeBatch() {
        assertThat(commitsOfThreeMessages(AckMode.RECORD)).containsExactly(1L, 2L, 3L);
        assertThat(commitsOfThreeMessages(AckMode.BATCH)).containsExactly(3L);
        assertThat(commitsOfThreeMessages(AckMode.MANUAL_IMMEDIATE)).containsExactly(1L, 2L, 3L);
        assertThat(commitsOfThreeMessages(AckMode.MANUAL)).containsExactly(3L);
    }

    /** All three are there before the first poll, so that one poll brings them. */
    private static List<Long> commitsOfThreeMessages(AckMode mode) {
        MockTmqConsumer consumer = new MockTmqConsumer();
        consumer.addVgroup(VGROUP);
        for (int offset = 0; offset < 3; offset++) {
            consumer.add(MockMessage.of(VGROUP, offset)
                    .table("d1", Column.of("v", DataType.INT))
                    .row(offset)
                    .build());
        }
        MessageListener listener = Handover.to(new Acknowledging()).record(mode.isManual() ? "acknowledge" : "take");
        TdTopicListenerContainer container = new TdTopicListenerContainer(
                ContainerSettings.builder("plant", List.of("t_plant"))
                        .ackMode(mode)
                        .build(),
                clientId -> consumer,
                listener,
                DeliveryPolicy.defaults(),
                true);
        container.start();
        assertThat(consumer.awaitCommit(VGROUP, 3, PATIENCE)).isTrue();
        container.stop();
        return consumer.commits().stream().map(MockTmqConsumer.Place::offset).toList();
    }

    record Acknowledging() {

        void take(Reading reading) {}

        void acknowledge(Reading reading, Acknowledgment acknowledgment) {
            acknowledgment.acknowledge();
        }
    }
}
