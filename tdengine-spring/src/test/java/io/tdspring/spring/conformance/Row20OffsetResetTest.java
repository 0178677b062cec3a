// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.conformance.MockedListeners.Reading;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.test.ListenerContainers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a new group begins is always said, since servers' defaults differ: at the newest message, unless set. */
class Row20OffsetResetTest {

    private final PlantServer plant = new PlantServer();
    private final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> subscriptions = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        plant.close();
    }

    record Keeping(BlockingQueue<Integer> calls) {

        void reading(Reading reading) {
            calls.add(reading.v());
        }
    }

    private TdTopicListenerContainer start(String reset) {
        plant.server
                .faults()
                .add(FaultRule.always(
                        arrival -> arrival.action().equals("subscribe") && !subscriptions.add(arrival.text()),
                        Fault.delay(Duration.ZERO)));
        TdTopicListenerContainer container = plant.start(
                Handover.to(new Keeping(calls)).record("reading"),
                settings -> settings,
                Map.of("auto.offset.reset", reset));
        ListenerContainers.waitForAssignment(container, 1);
        return container;
    }

    private int next() throws InterruptedException {
        Integer call = calls.poll(10, TimeUnit.SECONDS);
        assertThat(call).as("a call of the listener").isNotNull();
        return call;
    }

    @Test
    void readsAllThatThereIsForANewGroupOfTheEarliest() throws Exception {
        plant.insert(1);
        start("earliest");

        assertThat(next()).isEqualTo(1);
        assertThat(subscriptions.remove()).contains("\"offset_reset\":\"earliest\"");
    }

    @Test
    void passesOverWhatIsOlderThanANewGroupOfTheLatest() throws Exception {
        plant.insert(1);
        start("latest");
        plant.insert(2);

        assertThat(next()).isEqualTo(2);
        assertThat(subscriptions.remove()).contains("\"offset_reset\":\"latest\"");
    }

    @Test
    void doesNotMatterToAGroupThatHasCommitted() throws Exception {
        TdTopicListenerContainer first = start("earliest");
        plant.insert(1);
        assertThat(next()).isEqualTo(1);
        first.stop();
        plant.insert(2);

        start("latest");

        assertThat(next()).isEqualTo(2);
    }

    static class Silent {

        @TdTopicListener(id = "meters", topics = "t")
        void reading(Reading reading) {}
    }

    static class Wrong {

        @TdTopicListener(id = "meters", topics = "t", properties = "auto.offset.reset=oldest")
        void reading(Reading reading) {}
    }

    @Test
    void isTheLatestUnlessSetAndRefusedIfItIsNoPlace() {
        try (MockedListeners listeners = MockedListeners.run(Silent.class)) {
            assertThat(listeners
                            .consumer("meters-0")
                            .await(consumer -> !consumer.subscription().isEmpty(), MockedListeners.PATIENCE))
                    .isTrue();
            assertThat(listeners.options.get(0).autoOffsetReset()).isEqualTo(OffsetReset.LATEST);
        }
        assertThatThrownBy(() -> MockedListeners.run(Wrong.class))
                .hasStackTraceContaining("listener meters: ")
                .hasStackTraceContaining("oldest");
    }
}
