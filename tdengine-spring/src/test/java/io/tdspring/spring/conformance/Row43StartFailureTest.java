// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.spring.event.ListenerEvent;
import io.tdspring.spring.listener.ConsumerFactory;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.JoinPolicy;
import io.tdspring.spring.listener.ListenerStartException;
import io.tdspring.spring.listener.ScriptedConsumer;
import io.tdspring.spring.listener.StartupFailurePolicy;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.backoff.FixedBackOff;

class Row43StartFailureTest {

    private static JoinPolicy policy(StartupFailurePolicy startup) {
        return JoinPolicy.defaults().withStartupFailure(startup);
    }

    @Nested
    class OfAnApplication {

        @Test
        void keepsItFromStartingIfItIsToStop() throws Exception {
            try (StartingPlant plant = new StartingPlant()) {
                Throwable failure =
                        catchThrowable(() -> plant.start(policy(StartupFailurePolicy.STOP), "t_nobody_has_made"));

                assertThat(failure).hasCauseInstanceOf(ListenerStartException.class);
                assertThat(failure.getCause())
                        .hasMessageStartingWith(
                                "listener meters could not be started: meters-0 could not join its group:")
                        .hasMessageContaining("[0x03E1]");
                assertThat(plant.context.isActive()).isFalse();
                assertThat(plant.next(ListenerEvent.FailedToStart.class).reason())
                        .startsWith("meters-0 could not join");
            }
        }

        @Test
        void letsItStartOnlyWithItsConsumersIfItIsToStop() throws Exception {
            try (StartingPlant plant = new StartingPlant()) {
                plant.createTopic("t_plant");
                TdTopicListenerContainer container = plant.start(policy(StartupFailurePolicy.STOP), "t_plant");
                assertThat(container.isConnected()).isTrue();

                plant.insert(1);

                assertThat(plant.next()).isEqualTo(1);
                assertThat(plant.count(ListenerEvent.FailedToStart.class)).isZero();
            }
        }

        @Test
        void endsTheListenerAloneIfTheApplicationIsToContinue() throws Exception {
            try (StartingPlant plant = new StartingPlant()) {
                TdTopicListenerContainer container = plant.start(policy(StartupFailurePolicy.CONTINUE), "t_plant");

                assertThat(plant.next(ListenerEvent.FailedToStart.class).listenerId())
                        .isEqualTo("meters");
                assertThat(plant.next(ListenerEvent.Stopped.class).reason()).contains("could not join its group");
                assertThat(plant.context.isActive()).isTrue();
                assertThat(container.stopReason()).isPresent();

                plant.createTopic("t_plant");
                plant.insert(1);
                container.start();
                assertThat(plant.next()).isEqualTo(1);
            }
        }

        @Test
        void isTriedAgainOtherwiseAndToldOnce() throws Exception {
            try (StartingPlant plant = new StartingPlant()) {
                plant.start(JoinPolicy.defaults(), "t_plant");
                plant.next(ListenerEvent.FailedToStart.class);

                plant.createTopic("t_plant");
                plant.insert(1);

                assertThat(plant.next()).isEqualTo(1);
                assertThat(plant.count(ListenerEvent.FailedToStart.class)).isZero();
            }
        }
    }

    @Nested
    class OfAContainer {

        private final BlockingQueue<ListenerEvent> events = new LinkedBlockingQueue<>();

        private TdTopicListenerContainer container(JoinPolicy joining, ConsumerFactory consumers) {
            FixedBackOff soon = new FixedBackOff(1, Long.MAX_VALUE);
            TdTopicListenerContainer container = new TdTopicListenerContainer(
                    ContainerSettings.builder("plant", List.of("t"))
                            .concurrency(2)
                            .shutdownTimeout(Duration.ofMillis(1))
                            .joining(joining)
                            .build(),
                    consumers,
                    (message, firstRow, context) -> {},
                    new DeliveryPolicy(ErrorHandler.retryForever(), soon, Duration.ofSeconds(30), soon),
                    true);
            container.setApplicationEventPublisher(event -> events.add((ListenerEvent) event));
            return container;
        }

        @Test
        void waitsForASilentServerNoLongerThanItMay() {
            JoinPolicy soon = policy(StartupFailurePolicy.STOP).withStartupTimeout(Duration.ofMillis(50));
            CountDownLatch never = new CountDownLatch(1);
            TdTopicListenerContainer container = container(soon, clientId -> {
                if (clientId.equals("plant-0")) {
                    return new ScriptedConsumer();
                }
                try {
                    throw new IllegalStateException("answered: " + never.await(30, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    throw new TdengineConnectionException("interrupted while it connected", e);
                }
            });

            assertThatExceptionOfType(ListenerStartException.class)
                    .isThrownBy(container::start)
                    .withMessage("listener plant could not be started:"
                            + " not all of its consumers have joined their group within PT0.05S");
            assertThat(container.isRunning()).isFalse();
            assertThat(events).hasAtLeastOneElementOfType(ListenerEvent.FailedToStart.class);
        }

        @Test
        void namesWhateverHasGoneWrong() {
            TdTopicListenerContainer container = container(policy(StartupFailurePolicy.STOP), clientId -> {
                throw new IllegalArgumentException("an option that nobody knows");
            });

            assertThatExceptionOfType(ListenerStartException.class)
                    .isThrownBy(container::start)
                    .withMessageContaining("an option that nobody knows")
                    .withCauseInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void leavesAStartAloneThatIsStoppedMeanwhile() throws Exception {
            CountDownLatch asked = new CountDownLatch(2);
            TdTopicListenerContainer container = container(policy(StartupFailurePolicy.STOP), clientId -> {
                asked.countDown();
                try {
                    throw new IllegalStateException("answered: " + new CountDownLatch(1).await(30, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    throw new TdengineConnectionException("interrupted while it connected", e);
                }
            });
            Thread stopper = new Thread(() -> {
                try {
                    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                container.stop();
            });
            stopper.start();

            container.start();

            stopper.join(10_000);
            assertThat(container.isRunning()).isFalse();
        }

        @ParameterizedTest
        @EnumSource
        void isAMatterOfItsStartAlone(StartupFailurePolicy startup) throws Exception {
            BlockingQueue<TmqConsumer> consumers = new LinkedBlockingQueue<>();
            ScriptedConsumer first = new ScriptedConsumer();
            ScriptedConsumer second = new ScriptedConsumer();
            ScriptedConsumer third = new ScriptedConsumer();
            consumers.addAll(List.of(first, second));
            TdTopicListenerContainer container = container(policy(startup), clientId -> {
                TmqConsumer next = consumers.poll();
                if (next == null) {
                    throw new TdengineConnectionException("the server is away", null);
                }
                return next;
            });
            container.start();
            first.awaitPoll();
            second.awaitPoll();

            first.fail(new TdengineConnectionException("the connection broke", null));
            first.awaitClosed();
            consumers.add(third);

            third.awaitPoll();
            assertThat(container.isRunning()).isTrue();
            container.stop();
            assertThat(events).doesNotHaveAnyElementsOfTypes(ListenerEvent.FailedToStart.class);
        }
    }
}
