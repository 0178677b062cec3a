// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.log.LogAccessor;

/**
 * Runs one listener: as many consumers of its group as its concurrency says, each with a thread of its own.
 *
 * <p>Offsets are committed after the listener has returned, a message at a time; a message that was in hand when the
 * process ended comes again. A stop lets the message in hand be finished and committed. Thread-safe.
 */
public final class TdTopicListenerContainer implements SmartLifecycle {

    /** Listeners start after and stop before everything that they may use, as in Spring's other listener containers. */
    public static final int DEFAULT_PHASE = Integer.MAX_VALUE - 100;

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(TdTopicListenerContainer.class));
    private final ContainerSettings settings;
    private final ConsumerFactory consumers;
    private final MessageListener listener;
    private final DeliveryPolicy policy;
    private final boolean autoStartup;

    /** Guarded by this. */
    private @Nullable Running running;

    public TdTopicListenerContainer(
            ContainerSettings settings,
            ConsumerFactory consumers,
            MessageListener listener,
            DeliveryPolicy policy,
            boolean autoStartup) {
        this.settings = settings;
        this.consumers = consumers;
        this.listener = listener;
        this.policy = policy;
        this.autoStartup = autoStartup;
    }

    /** The container's id, as on the annotation. */
    public String id() {
        return settings.id();
    }

    /** How this container runs. */
    public ContainerSettings settings() {
        return settings;
    }

    /** Whether each of its consumers is subscribed now: false while the server is away. */
    public boolean isConnected() {
        Running current = current();
        return current != null && current.loops.stream().allMatch(PollLoop::isConnected);
    }

    /**
     * How many offsets its consumers are behind the ends of their vgroups' logs, measured about once a second; offsets are
     * not rows. Empty while that is unknown.
     */
    public OptionalLong lag() {
        Running current = current();
        if (current == null) {
            return OptionalLong.empty();
        }
        List<OptionalLong> lags = current.loops.stream().map(PollLoop::lag).toList();
        return lags.stream().allMatch(OptionalLong::isPresent)
                ? OptionalLong.of(
                        lags.stream().mapToLong(OptionalLong::getAsLong).sum())
                : OptionalLong.empty();
    }

    private synchronized @Nullable Running current() {
        return running;
    }

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            running = new Running();
            running.start();
        }
    }

    @Override
    public void stop() {
        Running current = current();
        if (current == null) {
            return;
        }
        current.requestStop();
        if (current.isOwnThread()) {
            // A listener that stops its own container: the loop ends after the message in hand.
            return;
        }
        if (!current.awaitEnd()) {
            log.warn(() ->
                    "Listener " + settings.id() + " did not finish its message within " + settings.shutdownTimeout());
            current.interrupt();
        }
        forget(current);
    }

    private synchronized void forget(Running stopped) {
        if (running == stopped) {
            running = null;
        }
    }

    @Override
    public void stop(Runnable callback) {
        Running current = current();
        if (current != null) {
            // All containers of an application finish their messages at the same time, not one after the other.
            current.requestStop();
        }
        Thread stopper = new Thread(
                () -> {
                    try {
                        stop();
                    } finally {
                        callback.run();
                    }
                },
                settings.id() + "-stop");
        stopper.start();
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null && !running.hasEnded();
    }

    @Override
    public boolean isAutoStartup() {
        return autoStartup;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    /** The loops and threads between one start and its stop. */
    private final class Running {

        private final StopSignal stop = new StopSignal();
        private final CountDownLatch ended = new CountDownLatch(settings.concurrency());
        private final List<PollLoop> loops = IntStream.range(0, settings.concurrency())
                .mapToObj(i -> new PollLoop(settings.id() + "-" + i, settings, consumers, listener, policy, stop))
                .toList();
        private final List<Thread> threads = IntStream.range(0, settings.concurrency())
                .mapToObj(i -> new Thread(() -> runLoop(loops.get(i)), settings.id() + "-" + i))
                .toList();

        void start() {
            threads.forEach(Thread::start);
        }

        private void runLoop(PollLoop loop) {
            try {
                loop.run();
            } catch (RuntimeException | Error e) {
                log.error(e, () -> "Listener " + settings.id() + " ended");
                throw e;
            } finally {
                ended.countDown();
            }
        }

        void requestStop() {
            stop.request();
            loops.forEach(PollLoop::wakeup);
        }

        boolean awaitEnd() {
            try {
                return ended.await(settings.shutdownTimeout().toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        boolean isOwnThread() {
            return threads.contains(Thread.currentThread());
        }

        void interrupt() {
            threads.forEach(Thread::interrupt);
        }

        boolean hasEnded() {
            return ended.getCount() == 0;
        }
    }
}
