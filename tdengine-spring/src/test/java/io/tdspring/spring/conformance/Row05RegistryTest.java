// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.MockedListeners.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.config.TdTopicListenerEndpoint;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.conformance.MockedListeners.Reading;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.listener.adapter.ListenerTarget;
import io.tdspring.spring.test.MockTmqConsumer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The containers of an application, and what can be done with them while it runs. */
class Row05RegistryTest {

    static class Meters {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();

        @TdTopicListener(id = "first", topics = "t")
        void first(Reading reading) {
            calls.add(reading.v());
        }

        @TdTopicListener(id = "second", topics = "t", autoStartup = "false")
        void second(Reading reading) {
            calls.add(reading.v());
        }

        int next() throws InterruptedException {
            Integer call = calls.poll(10, TimeUnit.SECONDS);
            assertThat(call).as("a call of the listener").isNotNull();
            return call;
        }
    }

    private static Meters meters(MockedListeners listeners) {
        return listeners.context.getBean(Meters.class);
    }

    private static TdTopicListenerEndpoint endpoint(String id, Meters meters) throws NoSuchMethodException {
        return TdTopicListenerEndpoint.builder(
                        id,
                        List.of("t"),
                        ListenerTarget.of(meters, Meters.class.getDeclaredMethod("first", Reading.class)))
                .build();
    }

    private static TdTopicListenerContainerFactory factory(MockedListeners listeners) {
        return listeners.context.getBean(TdTopicListenerContainerFactory.class);
    }

    @Test
    void findsAndListsContainers() {
        try (MockedListeners listeners = MockedListeners.run(Meters.class)) {
            TdTopicListenerEndpointRegistry registry = listeners.registry();

            assertThat(registry.getListenerContainers())
                    .extracting(TdTopicListenerContainer::id)
                    .containsExactlyInAnyOrder("first", "second");
            assertThat(registry.getListenerContainer("second"))
                    .hasValueSatisfying(
                            container -> assertThat(container.isRunning()).isFalse());
            assertThat(registry.getListenerContainer("third")).isEmpty();
        }
    }

    @Test
    void startsStopsPausesAndResumesOneWithoutTheOthers() throws Exception {
        try (MockedListeners listeners = MockedListeners.run(Meters.class)) {
            TdTopicListenerContainer first = listeners.container("first");
            TdTopicListenerContainer second = listeners.container("second");
            second.start();
            listeners.deliver("second-0", "t", 1);
            assertThat(meters(listeners).next()).isEqualTo(1);

            second.pause();
            listeners.deliver("second-0", "t", 2);
            listeners.deliver("first-0", "t", 3);
            assertThat(meters(listeners).next()).isEqualTo(3);
            assertThat(first.isPauseRequested()).isFalse();
            second.resume();
            assertThat(meters(listeners).next()).isEqualTo(2);

            second.stop();
            assertThat(second.isRunning()).isFalse();
            assertThat(listeners.consumer("second-0").isClosed()).isTrue();
            assertThat(first.isRunning()).isTrue();
        }
    }

    @Test
    void startsAtOnceWhatIsRegisteredWhileTheApplicationRuns() throws Exception {
        try (MockedListeners listeners = MockedListeners.run(Meters.class)) {
            TdTopicListenerContainer added =
                    listeners.registry().register(endpoint("added", meters(listeners)), factory(listeners));

            assertThat(added.isRunning()).isTrue();
            listeners.deliver("added-0", "t", 9);
            assertThat(meters(listeners).next()).isEqualTo(9);

            listeners.context.close();
            assertThat(added.isRunning()).isFalse();
        }
    }

    @Test
    void forgetsWhatIsUnregisteredWhenItHasStopped() throws Exception {
        try (MockedListeners listeners = MockedListeners.run(Meters.class)) {
            TdTopicListenerEndpointRegistry registry = listeners.registry();
            TdTopicListenerContainer first = listeners.container("first");

            assertThat(registry.unregister("first")).containsSame(first);

            assertThat(first.isRunning()).isFalse();
            assertThat(registry.getListenerContainer("first")).isEmpty();
            assertThat(registry.unregister("first")).isEmpty();
            assertThat(registry.register(endpoint("first", meters(listeners)), factory(listeners)))
                    .isNotSameAs(first);
        }
    }

    @Test
    void refusesAnIdThatIsTakenAndLeavesItsOwnerAlone() {
        try (MockedListeners listeners = MockedListeners.run(Meters.class)) {
            TdTopicListenerContainer first = listeners.container("first");

            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            listeners.registry().register(endpoint("first", meters(listeners)), factory(listeners)))
                    .withMessageContaining("first");

            assertThat(listeners.container("first")).isSameAs(first);
            assertThat(first.isRunning()).isTrue();
        }
    }

    @Test
    void stopsAllTogetherAndTellsWhenTheyHaveEnded() throws Exception {
        try (MockedListeners listeners = MockedListeners.run(Meters.class)) {
            listeners.container("second").start();
            for (String name : List.of("first-0", "second-0")) {
                assertThat(listeners
                                .consumer(name)
                                .await(consumer -> !consumer.subscription().isEmpty(), PATIENCE))
                        .isTrue();
            }
            CountDownLatch stopped = new CountDownLatch(1);

            listeners.registry().stop(stopped::countDown);

            assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(listeners.registry().isRunning()).isFalse();
            assertThat(listeners.registry().getListenerContainers())
                    .hasSize(2)
                    .noneMatch(TdTopicListenerContainer::isRunning);
            assertThat(List.of(listeners.consumer("first-0"), listeners.consumer("second-0")))
                    .allMatch(MockTmqConsumer::isClosed);
        }
    }
}
