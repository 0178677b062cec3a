// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.spring.conformance.PlantServer.Reading;
import io.tdspring.spring.event.ListenerEvent;
import io.tdspring.spring.listener.TdConsumerSeekAware;
import io.tdspring.spring.listener.TdConsumerSeeker;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.test.ListenerContainers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Vgroups that come and go are told, though the server tells nobody. */
class Row21RebalanceTest {

    private static final int VGROUPS = 4;

    private final PlantServer plant = new PlantServer(VGROUPS, UnaryOperator.identity());
    private final Meters meters = new Meters();
    private final BlockingQueue<ListenerEvent> events = new LinkedBlockingQueue<>();

    static final class Meters implements TdConsumerSeekAware {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();
        final BlockingQueue<Set<TopicVgroup>> came = new LinkedBlockingQueue<>();
        final BlockingQueue<Set<TopicVgroup>> went = new LinkedBlockingQueue<>();

        void reading(Reading reading) {
            calls.add(reading.v());
        }

        @Override
        public void onVgroupsAssigned(Map<TopicVgroup, VgroupAssignment> assigned, TdConsumerSeeker seeker) {
            came.add(Set.copyOf(assigned.keySet()));
        }

        @Override
        public void onVgroupsRevoked(Set<TopicVgroup> revoked) {
            went.add(Set.copyOf(revoked));
        }
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private TdTopicListenerContainer start() {
        return plant.start(
                Handover.to(meters).record("reading"),
                settings -> settings.seekAware(meters).pollTimeout(Duration.ofMillis(50)));
    }

    private static Set<TopicVgroup> collect(BlockingQueue<Set<TopicVgroup>> told, int count)
            throws InterruptedException {
        Set<TopicVgroup> all = new HashSet<>();
        while (all.size() < count) {
            Set<TopicVgroup> more = told.poll(20, TimeUnit.SECONDS);
            assertThat(more).as("vgroups after %s", all).isNotNull();
            all.addAll(more);
        }
        return all;
    }

    @Test
    void tellsBeanAndApplicationWhichVgroupsHaveGoneToAnotherMember() throws Exception {
        TdTopicListenerContainer first = start();
        first.setApplicationEventPublisher(event -> events.add((ListenerEvent) event));
        Set<TopicVgroup> all = collect(meters.came, VGROUPS);

        TdTopicListenerContainer second = start();
        Set<TopicVgroup> moved = collect(meters.went, VGROUPS / 2);

        assertThat(all).containsAll(moved);
        assertThat(collect(meters.came, VGROUPS / 2)).isEqualTo(moved);
        ListenerContainers.waitForAssignment(second, VGROUPS / 2);
        assertThat(second.assigned()).isEqualTo(moved);
        Set<TopicVgroup> revoked = new HashSet<>();
        while (revoked.size() < moved.size()) {
            ListenerEvent event = events.poll(20, TimeUnit.SECONDS);
            assertThat(event).as("an event after %s", revoked).isNotNull();
            if (event instanceof ListenerEvent.Revoked gone) {
                revoked.add(gone.vgroup());
            }
        }
        assertThat(revoked).isEqualTo(moved);
    }

    @Test
    void takesVgroupsBackWhenAMemberLeaves() throws Exception {
        TdTopicListenerContainer first = start();
        collect(meters.came, VGROUPS);
        TdTopicListenerContainer second = start();
        collect(meters.went, VGROUPS / 2);
        ListenerContainers.waitForAssignment(second, VGROUPS / 2);

        second.stop();

        ListenerContainers.waitForAssignment(first, VGROUPS);
        for (int value = 0; value < 8; value++) {
            plant.insert(value);
        }
        Set<Integer> handled = new HashSet<>();
        while (handled.size() < 8) {
            Integer value = meters.calls.poll(20, TimeUnit.SECONDS);
            assertThat(value).as("a value after %s", handled).isNotNull();
            handled.add(value);
        }
        assertThat(handled).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }
}
