// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tdspring.spring.event.ListenerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnWatchTest {

    private final ScriptedConsumer consumer = new ScriptedConsumer();
    private final List<Class<?>> events = new ArrayList<>();
    private final TurnWatch watch = new TurnWatch("plant-0", settings().build(), event -> events.add(event.getClass()));

    private static ContainerSettings.Builder settings() {
        return ContainerSettings.builder("plant", List.of("t"));
    }

    /** So much later than now, though a test may have taken some of an hour. */
    private void lookIn(Duration time) {
        watch.look(System.nanoTime() + time.toNanos());
    }

    @Test
    void tellsOnceThatAConsumerIsSilent() {
        watch.subscribed(consumer);

        lookIn(Duration.ofSeconds(1));
        assertThat(events).isEmpty();

        lookIn(Duration.ofSeconds(91));
        lookIn(Duration.ofSeconds(121));
        assertThat(events).containsExactly(ListenerEvent.NonResponsive.class);
    }

    @Test
    void tellsItAgainAfterATurn() {
        watch.subscribed(consumer);
        lookIn(Duration.ofSeconds(91));

        watch.turned(consumer, 0);
        watch.turned(consumer, 0);
        lookIn(Duration.ofSeconds(1));
        lookIn(Duration.ofSeconds(91));

        assertThat(events)
                .containsExactly(
                        ListenerEvent.NonResponsive.class,
                        ListenerEvent.Responsive.class,
                        ListenerEvent.NonResponsive.class);
    }

    @Test
    void tellsTheFirstTurnOfTheNextConsumer() {
        watch.subscribed(consumer);
        lookIn(Duration.ofSeconds(91));
        watch.closing();
        watch.subscribed(consumer);
        assertThat(events).containsExactly(ListenerEvent.NonResponsive.class);

        watch.turned(consumer, 1);

        assertThat(events).containsExactly(ListenerEvent.NonResponsive.class, ListenerEvent.Responsive.class);
    }

    @Test
    void expectsNothingOfOneThatPausesOrIsNotConnected() {
        lookIn(Duration.ofDays(1));
        watch.subscribed(consumer);
        watch.paused(true);
        lookIn(Duration.ofDays(1));
        watch.paused(false);
        watch.closing();
        lookIn(Duration.ofDays(1));

        assertThat(events).isEmpty();
    }

    @Test
    void waitsForTheLongerOfPollAndInterval() {
        MonitorPolicy policy = new MonitorPolicy(Duration.ofSeconds(5), 1.5);

        assertThat(policy.longestSilence(Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(7_500));
        assertThat(policy.longestSilence(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void needsAnIntervalAndAThreshold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MonitorPolicy(Duration.ZERO, 3))
                .withMessageContaining("interval");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MonitorPolicy(Duration.ofSeconds(1), 0.9))
                .withMessageContaining("threshold");
    }
}
