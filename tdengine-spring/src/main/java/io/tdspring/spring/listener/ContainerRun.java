// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.ConsumerStats;
import io.tdspring.spring.event.ListenerEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.log.LogAccessor;

/** The loops of a container and their threads, between one start and its stop. Thread-safe. */
final class ContainerRun {

    /** What a listener that is interrupted has to end. */
    private static final Duration AFTER_CUT = Duration.ofSeconds(5);

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(ContainerRun.class));
    private final String id;
    private final LoopSignals signals;
    private final Consumer<ListenerEvent> events;
    private final AtomicInteger open;
    private final CountDownLatch ended;
    private final List<PollLoop> loops;
    private final List<LoopThread> threads;
    private final Optional<Executor> executor;
    private final ContainerMonitor monitor;

    /** Makes a loop that tells the monitor of its turns. */
    interface Loops {

        PollLoop create(String name, LoopSignals signals, LoopObserver monitor);
    }

    /**
     * @param events is told when its start fails, when a stop begins and, by the last thread that ends, when all is over
     * @param monitor ended with this
     */
    ContainerRun(ContainerSettings settings, Loops factory, Consumer<ListenerEvent> events, ContainerMonitor monitor) {
        this.id = settings.id();
        this.events = events;
        StartUp startUp = new StartUp(
                settings.concurrency(), reason -> events.accept(new ListenerEvent.FailedToStart(id, reason.text())));
        this.signals = new LoopSignals(startUp, () -> events.accept(new ListenerEvent.Stopping(id)));
        this.monitor = monitor;
        this.open = new AtomicInteger(settings.concurrency());
        this.ended = new CountDownLatch(settings.concurrency());
        this.loops = IntStream.range(0, settings.concurrency())
                .mapToObj(i -> factory.create(id + "-" + i, signals, monitor.watch(id + "-" + i)))
                .toList();
        this.threads = IntStream.range(0, settings.concurrency())
                .mapToObj(i -> new LoopThread(id + "-" + i, () -> run(loops.get(i))))
                .toList();
        this.executor = settings.executor();
    }

    /**
     * @throws RejectedExecutionException if the executor does not take a loop; those it has taken end then
     */
    void start() {
        monitor.start();
        try {
            threads.forEach(this::start);
        } catch (RejectedExecutionException e) {
            signals.stop().request(new StopReason("its executor has refused a consumer", e));
            wakeup();
            throw e;
        }
    }

    private void start(LoopThread thread) {
        executor.ifPresentOrElse(given -> given.execute(thread), () -> new Thread(thread, thread.name()).start());
    }

    /**
     * Waits until all consumers have joined their group; if they do not, ends all.
     *
     * @param patience for what is in hand then
     * @throws ListenerStartException if this has ended by itself
     */
    void awaitStartUp(Duration time, Duration patience) {
        try {
            if (!signals.startUp().await(time)) {
                failStart("not all of its consumers have joined their group within " + time);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failStart("its start was interrupted");
        }
        signals.stop().reason().ifPresent(reason -> {
            end(patience);
            throw new ListenerStartException(id, reason.text(), reason.cause());
        });
    }

    private void failStart(String text) {
        StopReason reason = new StopReason(text, null);
        signals.startUp().failed(reason);
        signals.stop().request(reason);
    }

    /** A container of which one loop has failed for good ends as a whole: half of one would look alive. */
    private void run(PollLoop loop) {
        try {
            loop.run();
        } catch (RuntimeException e) {
            failed(e);
        } catch (Error e) {
            signals.stop().request(new StopReason("the listener failed and cannot go on", e));
            wakeup();
            throw e;
        } finally {
            signals.startUp().end();
            wakeup();
            ended();
        }
    }

    private void ended() {
        if (open.decrementAndGet() == 0) {
            monitor.close();
            String reason = signals.stop().reason().map(StopReason::text).orElse(null);
            events.accept(new ListenerEvent.Stopped(id, reason));
        }
        ended.countDown();
    }

    private void failed(RuntimeException failure) {
        if (signals.stop().isCut()) {
            log.debug(failure, () -> "Listener " + id + " ends after its consumer was taken away");
        } else {
            log.error(failure, () -> "Listener " + id + " ends");
            signals.stop().request(new StopReason("the listener failed and cannot go on", failure));
            wakeup();
        }
    }

    private void wakeup() {
        // A pause would keep a loop from seeing that it is to stop.
        signals.pause().withdraw();
        loops.forEach(PollLoop::wakeup);
        // Who still waits for a thread needs none any more.
        threads.stream().filter(LoopThread::withdraw).forEach(withdrawn -> ended());
    }

    /** What its consumers have done. */
    ConsumerStats stats() {
        return loops.stream().map(PollLoop::stats).reduce(ConsumerStats.NONE, ConsumerStats::plus);
    }

    LoopSignals signals() {
        return signals;
    }

    List<PollLoop> loops() {
        return loops;
    }

    Lags lags() {
        return Lags.of(loops.stream().map(PollLoop::lags).toList());
    }

    /** Has the loops end when they have finished what is in hand. */
    void requestStop() {
        signals.stop().request();
        wakeup();
    }

    void pause() {
        signals.pause().request();
        loops.forEach(PollLoop::wakeup);
    }

    void resume() {
        signals.pause().withdraw();
    }

    /** Waits until all threads have ended; false if they have not in that time. */
    private boolean awaitEnd(Duration time) {
        try {
            return ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isOwnThread() {
        return threads.stream().anyMatch(LoopThread::isCurrent);
    }

    /** Ends all threads, those that do not finish what is in hand within that time by force. */
    void end(Duration patience) {
        requestStop();
        if (!awaitEnd(patience)) {
            log.warn(() -> "Listener " + id + " did not finish its message within " + patience);
            cut();
            if (!awaitEnd(AFTER_CUT)) {
                log.warn(() -> "Listener " + id + " does not end though its thread was interrupted");
            }
        }
    }

    /** Ends what the threads wait for: the listener by an interrupt, the consumer by closing it. Nothing more is handed on. */
    private void cut() {
        signals.stop().cut();
        monitor.close();
        threads.forEach(LoopThread::interrupt);
        loops.forEach(PollLoop::cut);
    }

    /** True already while the end is told, so that who hears of it may start the container again. */
    boolean hasEnded() {
        return open.get() == 0;
    }
}
