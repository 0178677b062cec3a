// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.MockedListeners.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.conformance.MockedListeners.Reading;
import io.tdspring.spring.listener.AckMode;
import io.tdspring.spring.listener.AckPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Fewer commits than messages: after a number of them, after a time, or whichever is first. */
class Row12CountAndTimeTest {

    private static final TopicVgroup VGROUP = new TopicVgroup("t", 2);
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LATE = Duration.ofHours(1);

    static final class Meters {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();

        @TdTopicListener(id = "meters", topics = "t")
        void reading(Reading reading) {
            calls.add(reading.v());
        }

        int next() throws InterruptedException {
            Integer call = calls.poll(10, TimeUnit.SECONDS);
            assertThat(call).as("a call of the listener").isNotNull();
            return call;
        }
    }

    private static MockedListeners start(AckMode mode, int count, Duration time) {
        return MockedListeners.of(
                        settings -> settings.pollTimeout(Duration.ofMillis(20))
                                .keepAlive(Duration.ofMillis(20))
                                .acks(new AckPolicy(mode, count, time)),
                        Map.of())
                .with(Meters.class);
    }

    private static void handle(MockedListeners listeners, int... values) throws InterruptedException {
        for (int value : values) {
            listeners.deliver("meters-0", "t", value);
            assertThat(listeners.context.getBean(Meters.class).next()).isEqualTo(value);
        }
    }

    @Test
    void commitsEachTimeThatSoManyMessagesWereHandledAndTheRestAtTheEnd() throws Exception {
        try (MockedListeners listeners = start(AckMode.COUNT, 2, LATE)) {
            handle(listeners, 0, 1, 2, 3, 4);
            assertThat(listeners.consumer("meters-0").awaitCommit(VGROUP, 4, PATIENCE))
                    .isTrue();
            assertThat(listeners.commits("meters-0")).containsExactly(2L, 4L);

            listeners.context.close();

            assertThat(listeners.commits("meters-0")).containsExactly(2L, 4L, 5L);
        }
    }

    @Test
    void commitsAfterATimeThoughNoMessageFollows() throws Exception {
        try (MockedListeners listeners = start(AckMode.TIME, 1, SOON)) {
            handle(listeners, 0);

            assertThat(listeners.consumer("meters-0").awaitCommit(VGROUP, 1, PATIENCE))
                    .isTrue();
        }
    }

    @Test
    void commitsNothingBeforeItsTimeButAtTheEnd() throws Exception {
        try (MockedListeners listeners = start(AckMode.TIME, 1, LATE)) {
            handle(listeners, 0, 1, 2);
            assertThat(listeners.commits("meters-0")).isEmpty();

            listeners.context.close();

            assertThat(listeners.commits("meters-0")).containsExactly(3L);
        }
    }

    @Test
    void commitsAtTheCountOrAtTheTimeWhicheverIsFirst() throws Exception {
        try (MockedListeners listeners = start(AckMode.COUNT_TIME, 2, LATE)) {
            handle(listeners, 0, 1);
            assertThat(listeners.consumer("meters-0").awaitCommit(VGROUP, 2, PATIENCE))
                    .isTrue();
        }
        try (MockedListeners listeners = start(AckMode.COUNT_TIME, 1_000, SOON)) {
            handle(listeners, 0);
            assertThat(listeners.consumer("meters-0").awaitCommit(VGROUP, 1, PATIENCE))
                    .isTrue();
        }
    }

    @Test
    void keepsNothingBackThroughAPause() throws Exception {
        try (MockedListeners listeners = start(AckMode.COUNT_TIME, 1_000, LATE)) {
            handle(listeners, 0);

            listeners.container("meters").pause();

            assertThat(listeners.consumer("meters-0").awaitCommit(VGROUP, 1, PATIENCE))
                    .isTrue();
        }
    }
}
