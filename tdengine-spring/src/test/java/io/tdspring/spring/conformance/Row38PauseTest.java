// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.conformance.PlantServer.Reading;
import io.tdspring.spring.core.TdengineTemplate;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.test.ListenerContainers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A listener that pauses keeps its place in the group, and goes on as if there had been no pause. */
class Row38PauseTest {

    private static final Map<String, String> POLLS_EACH_MINUTE = Map.of("max.poll.interval.ms", "60000");

    private final MovableClock clock = new MovableClock();
    private final PlantServer plant = new PlantServer(2, builder -> builder.clock(clock));
    private final Meters meters = new Meters();

    /** Stands still but for what a test adds: slow machines make no consumer silent. */
    private static final class MovableClock extends Clock {

        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-01-15T08:00:00Z"));

        void add(Duration time) {
            now.updateAndGet(instant -> instant.plus(time));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone is enough");
        }
    }

    static final class Meters {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();
        volatile CountDownLatch release = new CountDownLatch(0);

        void reading(Reading reading) throws InterruptedException {
            calls.add(reading.v());
            release.await();
        }

        int next() throws InterruptedException {
            Integer call = calls.poll(10, TimeUnit.SECONDS);
            assertThat(call).as("a call of the listener").isNotNull();
            return call;
        }
    }

    @AfterEach
    void close() {
        meters.release.countDown();
        plant.close();
    }

    private TdTopicListenerContainer start() {
        return plant.start(
                Handover.to(meters).record("reading"),
                settings -> settings.keepAlive(Duration.ofMillis(20)),
                POLLS_EACH_MINUTE);
    }

    /** Looks again and again, as long as a test may last. */
    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int look = 0; !condition.getAsBoolean(); look++) {
            assertThat(look).as(what).isLessThan(3_000);
            assertThat(never.await(10, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void handsNothingOnUntilItGoesOnAndThenAllOfIt() throws Exception {
        TdTopicListenerContainer container = start();
        meters.release = new CountDownLatch(1);
        plant.insert(1);
        assertThat(meters.next()).isEqualTo(1);

        container.pause();
        assertThat(container.isPauseRequested()).isTrue();
        assertThat(container.isPaused()).as("while a message is in hand").isFalse();
        meters.release.countDown();
        await("the pause", container::isPaused);
        plant.insert(2);
        plant.insert(3);
        long polls = plant.consumers.element().stats().polls();
        await(
                "polls that keep the consumer in its group",
                () -> plant.consumers.element().stats().polls() >= polls + 5);
        assertThat(meters.calls).isEmpty();
        container.resume();

        assertThat(List.of(meters.next(), meters.next())).containsExactlyInAnyOrder(2, 3);
        assertThat(meters.calls).isEmpty();
    }

    @Test
    void hasCommittedWhatWasHandledWhenItsProcessDiesInThePause() throws Exception {
        TdTopicListenerContainer first = start();
        plant.insert(1);
        assertThat(meters.next()).isEqualTo(1);
        first.pause();
        await("the pause", first::isPaused);
        plant.insert(2);

        plant.crash(first);
        start();

        assertThat(meters.next()).isEqualTo(2);
    }

    @Test
    void keepsItsVgroupsThroughAPauseLongerThanThePollInterval() throws Exception {
        TdTopicListenerContainer container = start();
        ListenerContainers.waitForAssignment(container, 2);
        TmqConsumer paused = plant.consumers.remove();
        try (TmqConsumer rival = plant.consumer("rival", POLLS_EACH_MINUTE);
                TmqConsumer silent = plant.consumer("silent", POLLS_EACH_MINUTE)) {
            silent.subscribe(List.of("t_plant"));
            rival.subscribe(List.of("t_plant"));
            container.pause();
            await("the pause", container::isPaused);

            // Until the server has put the silent one out and given what it had to somebody else.
            List<TmqMessage> ofTheRival = new ArrayList<>();
            int intervals = 0;
            while (clients().contains("silent") || intervals < 6) {
                clock.add(Duration.ofSeconds(25));
                intervals++;
                assertThat(intervals).as("the silent consumer is still there").isLessThan(3_000);
                ofTheRival.addAll(rival.pollReady(100));
                take(rival, ofTheRival);
                long polls = paused.stats().polls();
                await("a poll of the paused consumer", () -> paused.stats().polls() > polls + 1);
            }
            assertThat(clients()).containsExactlyInAnyOrder("plant-0", "rival");
            assertThat(rival.assignment("t_plant")).hasSize(1);
            assertThat(meters.calls).isEmpty();

            for (int value = 0; value < 20; value++) {
                plant.insert(value);
            }
            container.resume();
            List<Integer> received = new ArrayList<>();
            await("all values", () -> {
                take(rival, ofTheRival);
                meters.calls.drainTo(received);
                return received.size()
                                + ofTheRival.stream().mapToInt(TmqMessage::rows).sum()
                        >= 20;
            });
            ofTheRival.stream()
                    .flatMap(message -> message.blocks().stream())
                    .map(table -> table.block())
                    .forEach(block ->
                            IntStream.range(0, block.rows()).forEach(row -> received.add(block.intAt(0, row))));
            assertThat(received)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 20).boxed().toList());
        }
    }

    private static void take(TmqConsumer consumer, List<TmqMessage> messages) {
        TmqMessage message = consumer.poll(Duration.ZERO);
        if (message != null) {
            messages.add(message);
            consumer.commit(message);
        }
    }

    /** The client ids of the consumers that the server knows. */
    private List<String> clients() {
        return new TdengineTemplate(plant.client)
                .queryForMaps("SHOW CONSUMERS").stream()
                        .map(consumer -> String.valueOf(consumer.get("client_id")))
                        .toList();
    }

    static class SmallInterval {

        @TdTopicListener(id = "meters", topics = "t", properties = "max.poll.interval.ms=9000")
        void reading(Reading reading) {}
    }

    @Test
    void pollsOftenEnoughForItsGroupsOwnInterval() {
        try (MockedListeners listeners = MockedListeners.run(SmallInterval.class)) {
            assertThat(listeners.container("meters").settings().keepAlive()).isEqualTo(Duration.ofSeconds(3));
        }
    }
}
