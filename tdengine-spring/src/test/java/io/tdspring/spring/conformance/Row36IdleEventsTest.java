// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.MockedListeners.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.conformance.MockedListeners.Reading;
import io.tdspring.spring.event.ListenerEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;

/** An application hears when a listener gets nothing any more, and when it does again. */
class Row36IdleEventsTest {

    static class Meters {

        final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

        @TdTopicListener(id = "meters", topics = "t")
        void reading(Reading reading) {
            heard.add(reading.v());
        }

        @EventListener
        void idle(ListenerEvent.Idle event) {
            heard.add(event);
        }

        @EventListener
        void noLongerIdle(ListenerEvent.NoLongerIdle event) {
            heard.add(event);
        }

        Object next() throws InterruptedException {
            Object next = heard.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("an event or a row").isNotNull();
            return next;
        }
    }

    private static MockedListeners run(Duration idleAfter) {
        return MockedListeners.of(
                        settings -> settings.pollTimeout(Duration.ofMillis(10)).idleAfter(idleAfter), Map.of())
                .with(Meters.class);
    }

    @Test
    void tellsOnceThatNothingComesAndThenThatSomethingDoes() throws Exception {
        try (MockedListeners listeners = run(Duration.ofMillis(50))) {
            Meters meters = listeners.context.getBean(Meters.class);
            for (int round = 0; round < 2; round++) {
                assertThat(meters.next()).isInstanceOfSatisfying(ListenerEvent.Idle.class, idle -> {
                    assertThat(idle.listenerId()).isEqualTo("meters");
                    assertThat(idle.consumer()).isEqualTo("meters-0");
                    assertThat(idle.idle()).isGreaterThanOrEqualTo(Duration.ofMillis(50));
                });
                long polls = listeners.consumer("meters-0").stats().polls();
                assertThat(listeners
                                .consumer("meters-0")
                                .await(consumer -> consumer.stats().polls() > polls + 20, PATIENCE))
                        .isTrue();
                assertThat(meters.heard).as("while nothing changes").isEmpty();

                listeners.deliver("meters-0", "t", round);

                assertThat(List.of(meters.next(), meters.next()))
                        .contains(round)
                        .hasAtLeastOneElementOfType(ListenerEvent.NoLongerIdle.class);
            }
        }
    }

    @Test
    void isNotIdleAsLongAsSomethingComesInTime() throws Exception {
        try (MockedListeners listeners = run(Duration.ofHours(1))) {
            Meters meters = listeners.context.getBean(Meters.class);
            for (int value = 0; value < 3; value++) {
                listeners.deliver("meters-0", "t", value);
                assertThat(meters.next()).isEqualTo(value);
            }
            assertThat(meters.heard).isEmpty();
        }
    }
}
