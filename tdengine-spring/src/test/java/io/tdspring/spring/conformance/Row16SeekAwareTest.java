// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.error.TdengineTmqException;
import io.tdspring.spring.conformance.PlantServer.Reading;
import io.tdspring.spring.listener.ContainerSeeks;
import io.tdspring.spring.listener.TdConsumerSeekAware;
import io.tdspring.spring.listener.TdConsumerSeeker;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.test.ListenerContainers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A listener chooses where it reads: when vgroups come to it, when it has nothing to do, and from any thread. */
class Row16SeekAwareTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final PlantServer plant = new PlantServer();
    private final Meters meters = new Meters();

    static final class Meters implements TdConsumerSeekAware {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();
        final CompletableFuture<ContainerSeeks> seeks = new CompletableFuture<>();
        volatile BiConsumer<Map<TopicVgroup, VgroupAssignment>, TdConsumerSeeker> onAssigned = (vgroups, seeker) -> {};
        volatile Consumer<TdConsumerSeeker> onIdle = seeker -> {};

        void reading(Reading reading) {
            calls.add(reading.v());
        }

        @Override
        public void registerSeeks(String listenerId, ContainerSeeks given) {
            seeks.complete(given);
        }

        @Override
        public void onVgroupsAssigned(Map<TopicVgroup, VgroupAssignment> assigned, TdConsumerSeeker seeker) {
            onAssigned.accept(assigned, seeker);
        }

        @Override
        public void onIdle(TdConsumerSeeker seeker) {
            onIdle.accept(seeker);
        }

        void expect(int... values) throws InterruptedException {
            for (int value : values) {
                assertThat(calls.poll(20, TimeUnit.SECONDS)).isEqualTo(value);
            }
        }
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private TdTopicListenerContainer start() {
        return plant.start(
                Handover.to(meters).record("reading"),
                settings -> settings.seekAware(meters).idleAfter(Duration.ofMillis(100)));
    }

    /** One after the other, so that each is a message. */
    private void handle(int... values) throws InterruptedException {
        for (int value : values) {
            plant.insert(value);
            meters.expect(value);
        }
    }

    private TopicVgroup vgroup(TdTopicListenerContainer container) {
        ListenerContainers.waitForAssignment(container, 1);
        return container.assigned().iterator().next();
    }

    @Test
    void seeksWhenAVgroupComesToItBeforeAnythingIsHandedOn() throws Exception {
        IntStream.rangeClosed(1, 3).forEach(plant::insert);
        meters.onAssigned = (vgroups, seeker) -> vgroups.forEach((vgroup, range) -> {
            assertThat(range.end()).isGreaterThan(range.begin());
            seeker.seek(vgroup.topic(), vgroup.vgroupId(), range.end());
        });
        TdTopicListenerContainer container = start();
        ListenerContainers.waitForAssignment(container, 1);

        handle(4);

        assertThat(meters.calls).isEmpty();
    }

    @Test
    void seeksFromAnyThread() throws Exception {
        TdTopicListenerContainer container = start();
        handle(1, 2, 3);

        assertThat(meters.seeks.join().seekToBeginning("t_plant")).succeedsWithin(LONG);

        meters.expect(1, 2, 3);
        handle(4);
        assertThat(container.seeks().seekToEnd("t_plant")).succeedsWithin(LONG);
        handle(5);
    }

    @Test
    void seeksBackAndForthByOffsetsWithinTheLog() throws Exception {
        TdTopicListenerContainer container = start();
        TopicVgroup vgroup = vgroup(container);
        handle(1, 2, 3);
        ContainerSeeks seeks = container.seeks();

        assertThat(seeks.seekRelative(vgroup, -1_000_000)).succeedsWithin(LONG);
        meters.expect(1, 2, 3);
        assertThat(seeks.seekRelative(vgroup, 1_000_000)).succeedsWithin(LONG);
        handle(4);
        assertThat(seeks.seekRelative(vgroup, -1)).succeedsWithin(LONG);
        meters.expect(4);
    }

    @Test
    void takesTheGroupBackWithItSoThatACrashRepeatsAndNeverSkips() throws Exception {
        TdTopicListenerContainer container = start();
        TopicVgroup vgroup = vgroup(container);
        handle(1, 2, 3);
        container.pause();

        assertThat(container.seeks().seekToBeginning("t_plant"))
                .as("a paused container seeks as well")
                .succeedsWithin(LONG);
        plant.crash(container);

        start();
        meters.expect(1, 2, 3);
        assertThat(vgroup.topic()).isEqualTo("t_plant");
    }

    @Test
    void seeksWhenItIsIdle() throws Exception {
        BlockingQueue<OptionalLong> committed = new LinkedBlockingQueue<>();
        start();
        handle(1);
        meters.onIdle = seeker -> {
            meters.onIdle = again -> {};
            seeker.seekToBeginning("t_plant");
            committed.add(seeker.committed(
                    "t_plant", seeker.assignment("t_plant").get(0).vgroupId()));
        };
        handle(2);

        meters.expect(1, 2);
        assertThat(committed.poll(20, TimeUnit.SECONDS)).hasValue(0);
    }

    @Test
    void saysWhatCannotBeSought() throws Exception {
        TdTopicListenerContainer container = start();
        TopicVgroup vgroup = vgroup(container);
        ContainerSeeks seeks = container.seeks();

        assertThat(seeks.seek(new TopicVgroup("t_plant", 4711), 0))
                .failsWithin(LONG)
                .withThrowableThat()
                .withCauseInstanceOf(IllegalStateException.class)
                .withMessageContaining("no consumer of listener plant reads");
        assertThat(seeks.seek(vgroup, 1_000_000))
                .failsWithin(LONG)
                .withThrowableThat()
                .withCauseInstanceOf(TdengineTmqException.class);
        handle(1);
        container.stop();
        assertThat(seeks.seekToBeginning("t_plant"))
                .failsWithin(LONG)
                .withThrowableThat()
                .withMessageContaining("does not run");
    }

    @Test
    void isNotEndedByWhatTheBeanThrows() throws Exception {
        meters.onAssigned = (vgroups, seeker) -> {
            throw new IllegalArgumentException("a bug");
        };
        List<Integer> before = List.copyOf(meters.calls);
        start();

        handle(1, 2);

        assertThat(before).isEmpty();
    }
}
