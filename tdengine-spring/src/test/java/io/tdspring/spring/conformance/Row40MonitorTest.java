// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.listener.ScriptedConsumer.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.event.ListenerEvent;
import io.tdspring.spring.listener.MonitorPolicy;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;

class Row40MonitorTest {

    private final Plant plant = new Plant();
    private final Events events = new Events();
    private final Listening listening = new Listening().with(plant).with(events);

    static final class Plant {

        final CountDownLatch goOn = new CountDownLatch(1);

        @TdTopicListener(id = "plant", topics = "t", autoStartup = "false")
        void row(int value) throws InterruptedException {
            assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    static final class Events {

        final BlockingQueue<ListenerEvent.NonResponsive> silent = new LinkedBlockingQueue<>();
        final BlockingQueue<ListenerEvent.Responsive> back = new LinkedBlockingQueue<>();
        final BlockingQueue<ListenerEvent.Stopped> ends = new LinkedBlockingQueue<>();
        volatile Consumer<ListenerEvent.NonResponsive> onSilence = event -> {};

        @EventListener
        void silent(ListenerEvent.NonResponsive event) {
            onSilence.accept(event);
            silent.add(event);
        }

        @EventListener
        void back(ListenerEvent.Responsive event) {
            back.add(event);
        }

        @EventListener
        void ended(ListenerEvent.Stopped event) {
            ends.add(event);
        }
    }

    @AfterEach
    void close() {
        plant.goOn.countDown();
        listening.close();
    }

    private TdTopicListenerContainer plant() {
        return listening
                .factory(factory -> factory.withCustomizers(
                        List.of((endpoint, settings) -> settings.pollTimeout(Duration.ofMillis(10))
                                .monitor(new MonitorPolicy(Duration.ofMillis(20), 1.5))
                                .shutdownTimeout(Duration.ofMillis(1)))))
                .start()
                .container("plant");
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    void tellsOfAConsumerWhoseListenerHangsAndWhenItGoesOn() throws Exception {
        listening.consumer("plant-0").deliver(message(0, 1));
        plant().start();

        ListenerEvent.NonResponsive silent = next(events.silent);
        assertThat(silent.listenerId()).isEqualTo("plant");
        assertThat(silent.consumer()).isEqualTo("plant-0");
        assertThat(silent.silence()).isGreaterThan(Duration.ofMillis(30));

        plant.goOn.countDown();
        ListenerEvent.Responsive back = next(events.back);
        assertThat(back.consumer()).isEqualTo("plant-0");
        assertThat(back.silence()).isGreaterThan(silent.silence());
    }

    @Test
    void letsAListenerOfItsEventsStopTheContainer() throws Exception {
        TdTopicListenerContainer container = plant();
        events.onSilence = event -> container.stop();
        listening.consumer("plant-0").deliver(message(0, 1));
        container.start();

        assertThat(next(events.ends).reason()).isNull();
        next(events.silent);
        assertThat(container.isRunning()).isFalse();
    }

    @Test
    void endsWithTheContainer() throws Exception {
        TdTopicListenerContainer container = plant();
        container.start();
        Thread monitor = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("plant-monitor"))
                .findAny()
                .orElseThrow();

        container.stop();

        monitor.join(10_000);
        assertThat(monitor.isAlive()).isFalse();
    }
}
