// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.MockedListeners.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.conformance.MockedListeners.Reading;
import io.tdspring.spring.core.TdengineTemplate;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.test.MockTmqConsumer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A stop lets what is in hand be finished and committed: all that a poll brought, or at once only the message in hand. */
class Row51StopTest {

    /** Waits in each call until it is released. */
    static final class Slow {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();
        final CountDownLatch release = new CountDownLatch(1);
        final CountDownLatch interrupted = new CountDownLatch(1);

        @TdTopicListener(id = "meters", topics = "t")
        void reading(Reading reading) {
            calls.add(reading.v());
            try {
                release.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A listener with the first of three messages in hand, all of which one poll has brought. */
    private static MockedListeners withThreeInHand(boolean stopsAtOnce, Duration shutdownTimeout) throws Exception {
        MockedListeners listeners = MockedListeners.of(
                settings -> settings.pollTimeout(Duration.ofSeconds(20))
                        .stopsAtOnce(stopsAtOnce)
                        .shutdownTimeout(shutdownTimeout),
                Map.of());
        for (int value = 0; value < 3; value++) {
            listeners.deliver("meters-0", "t", value);
        }
        listeners.with(Slow.class);
        assertThat(slow(listeners).calls.poll(10, TimeUnit.SECONDS)).isEqualTo(0);
        return listeners;
    }

    private static Slow slow(MockedListeners listeners) {
        return listeners.context.getBean(Slow.class);
    }

    private static CountDownLatch stop(TdTopicListenerContainer container) {
        CountDownLatch stopped = new CountDownLatch(1);
        container.stop(stopped::countDown);
        return stopped;
    }

    @Test
    void finishesAndCommitsAllThatAPollHasBrought() throws Exception {
        try (MockedListeners listeners = withThreeInHand(false, PATIENCE)) {
            Slow slow = slow(listeners);

            CountDownLatch stopped = stop(listeners.container("meters"));
            slow.release.countDown();

            assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(slow.calls).containsExactly(1, 2);
            assertThat(listeners.commits("meters-0")).containsExactly(3L);
            assertThat(listeners.consumer("meters-0").isClosed()).isTrue();
            assertThat(listeners.container("meters").isRunning()).isFalse();
        }
    }

    @Test
    void finishesTheMessageInHandAloneIfItIsToStopAtOnce() throws Exception {
        try (MockedListeners listeners = withThreeInHand(true, PATIENCE)) {
            Slow slow = slow(listeners);

            CountDownLatch stopped = stop(listeners.container("meters"));
            slow.release.countDown();

            assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(slow.calls).isEmpty();
            assertThat(listeners.commits("meters-0")).containsExactly(1L);
        }
    }

    @Test
    void interruptsAListenerThatDoesNotEndInTimeAndCommitsNothingBehindIt() throws Exception {
        try (MockedListeners listeners = withThreeInHand(false, Duration.ofMillis(50))) {
            CountDownLatch stopped = stop(listeners.container("meters"));

            assertThat(slow(listeners).interrupted.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(listeners.consumer("meters-0").isClosed()).isTrue();
            assertThat(listeners.commits("meters-0"))
                    .allSatisfy(offset -> assertThat(offset).isLessThanOrEqualTo(1));
            assertThat(slow(listeners).calls).isEmpty();
        }
    }

    @Test
    void leavesItsGroupSoThatOthersNeedNotWaitForATimeout() throws Exception {
        try (PlantServer plant = new PlantServer()) {
            BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();
            TdTopicListenerContainer container =
                    plant.start((message, firstRow, context) -> calls.add(message.rows()), settings -> settings);
            plant.insert(1);
            assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo(1);

            container.stop();

            assertThat(new TdengineTemplate(plant.client).queryForMaps("SHOW CONSUMERS"))
                    .isEmpty();
        }
    }

    static final class StopsItself {

        final CountDownLatch called = new CountDownLatch(1);
        volatile MockedListeners listeners;

        @TdTopicListener(id = "meters", topics = "t")
        void reading(Reading reading) {
            listeners.container("meters").stop();
            called.countDown();
        }
    }

    @Test
    void letsAListenerStopItsOwnContainer() throws Exception {
        try (MockedListeners listeners = MockedListeners.run(StopsItself.class)) {
            StopsItself listener = listeners.context.getBean(StopsItself.class);
            listener.listeners = listeners;
            listeners.deliver("meters-0", "t", 0);

            assertThat(listener.called.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(listeners.consumer("meters-0").await(MockTmqConsumer::isClosed, PATIENCE))
                    .isTrue();
            assertThat(listeners.commits("meters-0")).containsExactly(1L);
        }
    }
}
