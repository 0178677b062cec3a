// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.conformance.MockedListeners.Reading;
import io.tdspring.spring.test.ListenerContainers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** Commits of the server's client, which TDengine has on by default, would acknowledge what no listener has handled. */
class Row13AutomaticCommitTest {

    static class Automatic {

        @TdTopicListener(id = "meters", topics = "t", properties = "enable.auto.commit=true")
        void reading(Reading reading) {}
    }

    static class Manual {

        @TdTopicListener(id = "meters", topics = "t", autoStartup = "false", properties = "enable.auto.commit=false")
        void reading(Reading reading) {}
    }

    @Test
    void isRefusedForAListenerAtStartUp() {
        assertThatThrownBy(() -> MockedListeners.run(Automatic.class))
                .hasStackTraceContaining("listener meters: enable.auto.commit must be false");
    }

    @Test
    void mayBeSwitchedOffAsItIsAnyway() {
        try (MockedListeners listeners = MockedListeners.run(Manual.class)) {
            assertThat(listeners.container("meters").isRunning()).isFalse();
        }
    }

    @Test
    void isSwitchedOffInWhatTheServerIsTold() {
        BlockingQueue<String> subscriptions = new LinkedBlockingQueue<>();
        try (PlantServer plant = new PlantServer()) {
            plant.server
                    .faults()
                    .add(FaultRule.always(
                            arrival -> arrival.action().equals("subscribe") && !subscriptions.add(arrival.text()),
                            Fault.delay(Duration.ZERO)));

            ListenerContainers.waitForAssignment(
                    plant.start((message, firstRow, context) -> {}, settings -> settings), 1);

            assertThat(subscriptions.remove()).contains("\"auto_commit\":\"false\"");
        }
    }
}
