// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.listener.ScriptedConsumer.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.event.ListenerEvent;
import io.tdspring.spring.listener.StopReason;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;

class Row50ExecutorTest {

    private final Plant plant = new Plant();
    private final Ends ends = new Ends();
    private final Listening listening = new Listening().with(plant).with(ends);

    /** What a thread is when a task has left it. */
    private record Left(Thread thread, String name, boolean interrupted) {}

    private final BlockingQueue<Left> left = new LinkedBlockingQueue<>();

    static final class Plant {

        final BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        final BlockingQueue<String> names = new LinkedBlockingQueue<>();
        volatile Runnable inHand = () -> {};

        @TdTopicListener(id = "plant", topics = "t", concurrency = "2", autoStartup = "false")
        void row(int value) {
            threads.add(Thread.currentThread());
            names.add(Thread.currentThread().getName());
            inHand.run();
        }
    }

    static final class Ends {

        final BlockingQueue<ListenerEvent.Stopped> all = new LinkedBlockingQueue<>();

        @EventListener
        void stopped(ListenerEvent.Stopped event) {
            all.add(event);
        }
    }

    @AfterEach
    void close() {
        listening.close();
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private TdTopicListenerContainer plant(Executor executor, Duration shutdownTimeout) {
        return listening
                .factory(factory -> factory.withCustomizers(List.of(
                        (endpoint, settings) -> settings.executor(executor).shutdownTimeout(shutdownTimeout))))
                .start()
                .container("plant");
    }

    private TdTopicListenerContainer plant(Executor executor) {
        return plant(executor, Duration.ofSeconds(30));
    }

    /** Like a pool, it does other things on its threads when a task has ended. */
    private void lend(Runnable task) {
        Thread thread = new Thread(
                () -> {
                    task.run();
                    Thread current = Thread.currentThread();
                    left.add(new Left(current, current.getName(), current.isInterrupted()));
                },
                "lent");
        thread.start();
    }

    @Test
    void isNotNeededForThreadsNamedAfterTheirConsumers() throws Exception {
        listening.start().container("plant").start();
        listening.consumer("plant-0").deliver(message(0, 1));
        listening.consumer("plant-1").deliver(message(0, 1));

        assertThat(List.of(next(plant.names), next(plant.names))).containsExactlyInAnyOrder("plant-0", "plant-1");
    }

    @Test
    void runsTheConsumersAndHasItsThreadsBackAsTheyWere() throws Exception {
        TdTopicListenerContainer container = plant(this::lend);
        container.start();
        listening.consumer("plant-1").deliver(message(0, 1));
        assertThat(next(plant.names)).isEqualTo("plant-1");

        container.stop();

        List<Left> both = List.of(next(left), next(left));
        assertThat(both).extracting(Left::name).containsOnly("lent");
        assertThat(both).extracting(Left::interrupted).containsOnly(false);
        assertThat(both).extracting(Left::thread).contains(next(plant.threads));
    }

    @Test
    void isInterruptedNoLongerThanTheListenerRuns() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean wasInterrupted = new AtomicBoolean();
        plant.inHand = () -> {
            try {
                assertThat(never.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                wasInterrupted.set(true);
                Thread.currentThread().interrupt();
            }
        };
        TdTopicListenerContainer container = plant(this::lend, Duration.ofMillis(1));
        container.start();
        listening.consumer("plant-0").deliver(message(0, 1));
        next(plant.names);

        container.stop();

        assertThat(List.of(next(left), next(left)))
                .extracting(Left::interrupted)
                .containsOnly(false);
        assertThat(wasInterrupted).isTrue();
    }

    @Test
    void letsAListenerStopItsOwnContainer() throws Exception {
        TdTopicListenerContainer container = plant(this::lend);
        BlockingQueue<Boolean> ranBehindItsStop = new LinkedBlockingQueue<>();
        plant.inHand = () -> {
            container.stop();
            ranBehindItsStop.add(container.isRunning());
        };
        container.start();
        listening.consumer("plant-0").deliver(message(0, 1));

        assertThat(next(ranBehindItsStop)).isTrue();
        assertThat(next(ends.all).reason()).isNull();
    }

    @Test
    void endsTheContainerByAnInterruptOfItsOwn() throws Exception {
        TdTopicListenerContainer container = plant(this::lend);
        container.start();
        listening.consumer("plant-0").deliver(message(0, 1));

        next(plant.threads).interrupt();

        assertThat(next(ends.all).reason()).isEqualTo("its thread was interrupted");
    }

    @Test
    void failsTheStartIfItRefusesAConsumer() throws Exception {
        AtomicBoolean isFull = new AtomicBoolean();
        TdTopicListenerContainer container = plant(task -> {
            if (isFull.getAndSet(true)) {
                throw new RejectedExecutionException("full");
            }
            lend(task);
        });

        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(container::start);

        next(left);
        assertThat(next(ends.all).reason()).isEqualTo("its executor has refused a consumer");
        assertThat(container.stopReason().map(StopReason::text)).hasValue("its executor has refused a consumer");
    }

    @Test
    void needNotRunAConsumerForWhichItHadNoThreadBeforeTheStop() throws Exception {
        BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
        TdTopicListenerContainer container = plant(waiting::add);
        container.start();
        assertThat(container.isRunning()).isTrue();

        container.stop();

        assertThat(next(ends.all).reason()).isNull();
        waiting.forEach(Runnable::run);
        assertThat(listening.consumer("plant-0").topics).isEmpty();
    }
}
