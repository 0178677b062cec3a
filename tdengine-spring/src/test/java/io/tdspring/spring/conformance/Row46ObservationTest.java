// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.listener.ScriptedConsumer.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.observation.DefaultListenerObservationConvention;
import io.tdspring.spring.observation.ListenerObservationContext;
import io.tdspring.spring.observation.ListenerObservations;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Row46ObservationTest {

    private final ObservationRegistry registry = ObservationRegistry.create();
    private final Plant plant = new Plant();
    private final Listening listening = new Listening().with(plant);

    /** Written by the listener's thread, read when that has ended. */
    private final List<Observation.Context> stopped = new ArrayList<>();

    final class Plant {

        private final CountDownLatch last = new CountDownLatch(1);
        private final List<String> names = new ArrayList<>();

        @TdTopicListener(id = "plant", groupId = "g", topics = "t")
        void on(int value) {
            Observation current = registry.getCurrentObservation();
            names.add(current == null ? "none" : current.getContext().getName());
            if (value == 2 && names.size() == 2) {
                throw new IllegalStateException("the first attempt");
            }
            if (value == 3) {
                last.countDown();
            }
        }
    }

    @BeforeEach
    void collect() {
        registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {

            @Override
            public void onStop(Observation.Context context) {
                stopped.add(context);
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
    }

    @AfterEach
    void close() {
        listening.close();
    }

    private void observe(ListenerObservations observations) throws InterruptedException {
        listening.factory(factory -> factory.withDecorator(observations));
        for (int offset = 0; offset < 3; offset++) {
            listening.consumer("plant-0").deliver(message(offset, offset + 1));
        }
        listening.start();
        assertThat(plant.last.await(30, TimeUnit.SECONDS)).isTrue();
        listening.container("plant").stop();
    }

    @Test
    void isCurrentWhileTheListenerWorks() throws Exception {
        observe(new ListenerObservations(registry));

        assertThat(plant.names).hasSize(4).containsOnly("tdengine.listener");
        assertThat(registry.getCurrentObservation()).isNull();
    }

    @Test
    void tellsTheFailureOfAnAttempt() throws Exception {
        observe(new ListenerObservations(registry));

        assertThat(stopped).hasSize(4);
        assertThat(stopped.get(1).getError()).isInstanceOf(IllegalStateException.class);
        assertThat(List.of(stopped.get(0), stopped.get(2), stopped.get(3)))
                .allSatisfy(context -> assertThat(context.getError()).isNull());
    }

    @Test
    void tellsWhatWasHandedOnToWhom() throws Exception {
        observe(new ListenerObservations(registry));

        Observation.Context first = stopped.get(0);
        assertThat(first.getContextualName()).isEqualTo("t process");
        assertThat(first.getLowCardinalityKeyValues())
                .containsExactlyInAnyOrderElementsOf(KeyValues.of(
                        "listener.id", "plant",
                        "messaging.system", "tdengine",
                        "messaging.operation", "process",
                        "messaging.source.name", "t",
                        "messaging.consumer.group", "g"));
        assertThat(first.getHighCardinalityKeyValues())
                .containsExactlyInAnyOrderElementsOf(KeyValues.of("tdengine.vgroup", "2", "tdengine.offset", "0"));
    }

    private static final class Ours extends DefaultListenerObservationConvention
            implements GlobalObservationConvention<ListenerObservationContext> {

        @Override
        public String getName() {
            return "ours";
        }
    }

    @Test
    void isNamedByTheRegistrysConvention() throws Exception {
        registry.observationConfig().observationConvention(new Ours());

        observe(new ListenerObservations(registry));

        assertThat(plant.names).containsOnly("ours");
    }

    @Test
    void isNamedByAConventionOfOnesOwn() throws Exception {
        observe(new ListenerObservations(registry, new DefaultListenerObservationConvention() {

            @Override
            public String getContextualName(ListenerObservationContext context) {
                return context.listenerId() + " of " + context.groupId();
            }
        }));

        assertThat(stopped)
                .hasSize(4)
                .allSatisfy(context -> assertThat(context.getContextualName()).isEqualTo("plant of g"));
    }
}
