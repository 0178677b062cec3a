// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.event.ListenerEvent;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;

class Row37LifeCycleEventsTest {

    private final Events events = new Events();
    private final Listening listening = new Listening().with(new Plant()).with(events);

    static final class Plant {

        @TdTopicListener(id = "plant", topics = "t", concurrency = "2", autoStartup = "false")
        void row(int value) {}
    }

    /** Those of the container as a whole, in the order in which they came. */
    static final class Events {

        final List<ListenerEvent> all = new ArrayList<>(); // guarded by itself
        final BlockingQueue<ListenerEvent.Stopped> ends = new LinkedBlockingQueue<>();
        private volatile Runnable onStarting = () -> {};
        private volatile Runnable onStopping = () -> {};

        @EventListener
        void starting(ListenerEvent.Starting event) {
            add(event);
            onStarting.run();
        }

        @EventListener
        void started(ListenerEvent.Started event) {
            add(event);
        }

        @EventListener
        void stopping(ListenerEvent.Stopping event) {
            add(event);
            onStopping.run();
        }

        @EventListener
        void stopped(ListenerEvent.Stopped event) {
            add(event);
            ends.add(event);
        }

        private void add(ListenerEvent event) {
            synchronized (all) {
                all.add(event);
            }
        }

        List<ListenerEvent> soFar() {
            synchronized (all) {
                return List.copyOf(all);
            }
        }
    }

    @AfterEach
    void close() {
        listening.close();
    }

    private TdTopicListenerContainer plant() {
        return listening.start().container("plant");
    }

    @Test
    void comeInTheirOrderOnceForEachStart() {
        TdTopicListenerContainer container = plant();

        container.start();
        container.stop();
        container.stop();
        container.start();
        container.stop();

        List<ListenerEvent> life = List.of(
                new ListenerEvent.Starting("plant"),
                new ListenerEvent.Started("plant"),
                new ListenerEvent.Stopping("plant"),
                new ListenerEvent.Stopped("plant", null));
        assertThat(events.soFar().subList(0, 4)).isEqualTo(life);
        assertThat(events.soFar().subList(4, events.soFar().size())).isEqualTo(life);
    }

    @Test
    void tellOfAStartBeforeItsThreadsRun() {
        TdTopicListenerContainer container = plant();
        List<Boolean> subscribed = new ArrayList<>();
        events.onStarting = () -> {
            subscribed.add(listening.consumer("plant-0").topics.contains("t"));
            subscribed.add(container.isRunning());
        };

        container.start();

        assertThat(subscribed).containsExactly(false, false);
    }

    @Test
    void tellOfAnEndThatNobodyAskedFor() throws Exception {
        plant().start();
        listening.consumer("plant-1").fail(new IllegalStateException("a bug"));

        assertThat(events.ends.poll(10, TimeUnit.SECONDS))
                .isEqualTo(new ListenerEvent.Stopped("plant", "the listener failed and cannot go on"));
        assertThat(events.soFar())
                .filteredOn(ListenerEvent.Stopping.class::isInstance)
                .hasSize(1);
    }

    @Test
    void letAListenerOfEventsStopTheContainerThatAlreadyDoes() throws Exception {
        TdTopicListenerContainer container = plant();
        events.onStopping = container::stop;
        container.start();

        container.stop();

        assertThat(events.ends.poll(10, TimeUnit.SECONDS)).isEqualTo(new ListenerEvent.Stopped("plant", null));
        assertThat(container.isRunning()).isFalse();
    }
}
