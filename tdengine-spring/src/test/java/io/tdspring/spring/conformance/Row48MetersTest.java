// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.listener.ScriptedConsumer.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.event.ListenerEvent;
import io.tdspring.spring.listener.JoinPolicy;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.observation.ListenerMeters;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;

/** What consumers have done, and how far they are behind, as meters. */
class Row48MetersTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    static final class Plant {

        private final CountDownLatch second = new CountDownLatch(1);
        private volatile @Nullable ListenerMeters listening;

        @TdTopicListener(id = "plant", topics = "t", autoStartup = "false")
        void on(int value) {
            if (value == 2) {
                second.countDown();
            }
        }

        @EventListener
        void happened(ListenerEvent event) {
            ListenerMeters told = listening;
            if (told != null) {
                told.onEvent(event);
            }
        }
    }

    private double count(String name) {
        return meters.get("tdengine.listener." + name)
                .tags("listener.id", "meters", "group", "meters")
                .functionCounter()
                .count();
    }

    @Test
    void tellTheLagOfEachVgroupAsLongAsItIsRead() throws Exception {
        Plant plant = new Plant();
        try (Listening application = new Listening().with(plant)) {
            application.consumer("plant-0").assigned =
                    List.of(new VgroupAssignment(2, 0, 0, 10), new VgroupAssignment(3, 0, 0, -1));
            application.consumer("plant-0").deliver(message(0, 1));
            application.consumer("plant-0").deliver(message(1, 2));
            application.start();
            plant.listening = new ListenerMeters(application.registry());
            plant.listening.bindTo(meters);
            assertThat(meters.find("tdengine.listener.lag").gauges()).isEmpty();

            TdTopicListenerContainer container = application.container("plant");
            container.start();
            assertThat(plant.second.await(30, TimeUnit.SECONDS)).isTrue();

            assertThat(lag(2).value()).isEqualTo(9);
            assertThat(lag(3).value()).as("of which the end is unknown").isNaN();
            container.stop();
            assertThat(lag(2).value()).isNaN();
        }
    }

    private Gauge lag(int vgroup) {
        return meters.get("tdengine.listener.lag")
                .tags("listener.id", "plant", "topic", "t", "vgroup", Integer.toString(vgroup))
                .gauge();
    }

    @Test
    void countWhatWasReadAndCommittedOverStopsAndStarts() throws Exception {
        try (StartingPlant plant = new StartingPlant()) {
            plant.createTopic("t_plant");
            plant.insert(1);
            plant.insert(2);
            TdTopicListenerContainer container = plant.start(JoinPolicy.defaults(), "t_plant");
            new ListenerMeters(plant.context.getBean(TdTopicListenerEndpointRegistry.class)).bindTo(meters);
            plant.next();
            plant.next();
            container.stop();

            assertThat(count("rows")).isEqualTo(2);
            assertThat(count("messages")).isBetween(1.0, 2.0);
            assertThat(count("commits")).isGreaterThanOrEqualTo(1);
            assertThat(count("polls")).isGreaterThanOrEqualTo(1);
            assertThat(count("failed.commits")).isZero();
            assertThat(count("gaps")).isZero();
            assertThat(count("rebalances")).isZero();

            container.start();
            plant.insert(3);
            assertThat(plant.next()).isEqualTo(3);
            container.stop();
            assertThat(count("rows")).isEqualTo(3);
        }
    }
}
