// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.spring.event.ListenerEvent;
import io.tdspring.spring.listener.JoinPolicy;
import io.tdspring.spring.listener.StopReason;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a container says of itself is enough to tell whether it is well; the health of Spring Boot is made of it. */
class Row49StateTest {

    private final StartingPlant plant = new StartingPlant();

    @AfterEach
    void close() {
        plant.close();
    }

    private TdTopicListenerContainer start() {
        plant.createTopic("t_plant");
        return plant.start(JoinPolicy.defaults(), "t_plant");
    }

    @Test
    void runsAndIsConnected() throws Exception {
        TdTopicListenerContainer container = start();
        plant.insert(1);
        assertThat(plant.next()).isEqualTo(1);

        assertThat(container.isRunning()).isTrue();
        assertThat(container.isConnected()).isTrue();
        assertThat(container.isPaused()).isFalse();
        assertThat(container.stopReason()).isEmpty();
        assertThat(container.gaps()).isZero();
    }

    @Test
    void pauses() throws Exception {
        TdTopicListenerContainer container = start();
        plant.next(ListenerEvent.Assigned.class);

        container.pause();

        assertThat(container.isPauseRequested()).isTrue();
        plant.next(ListenerEvent.Paused.class);
        assertThat(container.isPaused()).isTrue();
        assertThat(container.isRunning()).isTrue();
    }

    @Test
    void runsWithoutAConnectionWhileItsTopicIsMissing() throws Exception {
        TdTopicListenerContainer container = plant.start(JoinPolicy.defaults(), "t_plant");

        plant.next(ListenerEvent.FailedToStart.class);

        assertThat(container.isRunning()).isTrue();
        assertThat(container.isConnected()).isFalse();
        assertThat(container.lag()).isEmpty();
    }

    @Test
    void saysWhyItHasEndedByItself() throws Exception {
        plant.listening = plant.client().username("root").password("wrong").build();
        TdTopicListenerContainer container = start();

        assertThat(plant.next(ListenerEvent.Stopped.class).reason()).contains("may not log in");

        assertThat(container.isRunning()).isFalse();
        assertThat(container.stopReason().map(StopReason::text).orElseThrow()).contains("may not log in");
        plant.listening.close();
    }
}
