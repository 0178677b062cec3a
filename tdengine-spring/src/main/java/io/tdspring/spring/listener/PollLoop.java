// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.ConsumerStats;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.UnreadableMessageException;
import io.tdspring.error.TdengineException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.log.LogAccessor;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Polls, hands on, commits: the one thread that touches a consumer.
 *
 * <p>When the server is away it makes a new consumer, with pauses, until it is stopped; the group then resumes at what
 * was committed, so a message whose commit was lost comes again.
 */
final class PollLoop implements Runnable {

    /** A failure that does not pass by then needs another consumer. */
    private static final int MOST_ATTEMPTS = 5;

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(PollLoop.class));
    private final String name;
    private final ContainerSettings settings;
    private final ConsumerFactory consumers;
    private final RetryingHandler handler;
    private final DeliveryPolicy policy;
    private final LoopSignals signals;
    private final SeekQueue seeks;
    private final LoopObserver observer;
    private final LagProbe lag;
    private final TopicJoin topics;
    private final Rejoining rejoining;

    /** Written by the loop's thread, read by the thread that stops it. */
    private volatile @Nullable TmqConsumer consumer;

    /** Of the consumers that this loop has had before; guarded by this. */
    private ConsumerStats ended = ConsumerStats.NONE;

    private volatile boolean connected;
    private volatile boolean paused;

    PollLoop(
            String name,
            ContainerSettings settings,
            ConsumerFactory consumers,
            MessageListener listener,
            DeliveryPolicy policy,
            LoopSignals signals,
            SeekQueue seeks,
            LoopObserver observer) {
        this.name = name;
        this.settings = settings;
        this.consumers = consumers;
        this.policy = policy;
        this.signals = signals;
        this.seeks = seeks;
        this.observer = observer;
        RetryingHandler.Origin origin = new RetryingHandler.Origin(settings.id(), consumers.groupId());
        this.handler = new RetryingHandler(listener, policy, origin, signals.stop());
        this.lag = new LagProbe();
        this.topics = new TopicJoin(settings, consumers);
        this.rejoining = new Rejoining(name, consumers, settings.joining(), policy.reconnectBackOff(), signals);
    }

    String name() {
        return name;
    }

    /** Has the consumer do something between two messages. */
    CompletableFuture<Void> request(Consumer<TdConsumerSeeker> seek) {
        CompletableFuture<Void> done = seeks.add(seek);
        signals.pause().nudge();
        wakeup();
        return done;
    }

    /** Whether this loop has a subscribed consumer now. */
    boolean isConnected() {
        return connected;
    }

    /** Whether this loop hands nothing on, as it was asked to. */
    boolean isPaused() {
        return paused;
    }

    /** Offsets between this consumer's positions and the ends of its vgroups' logs, as of about a second ago. */
    Lags lags() {
        return connected ? lag.value() : Lags.UNKNOWN;
    }

    /** What the consumers of this loop have done, one after the other. */
    synchronized ConsumerStats stats() {
        TmqConsumer current = consumer;
        return current == null ? ended : ended.plus(current.stats());
    }

    private synchronized void gone(ConsumerStats last) {
        consumer = null;
        ended = ended.plus(last);
    }

    /** Ends a poll that waits. */
    void wakeup() {
        TmqConsumer current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    /** Ends whatever the consumer waits for; it is of no more use then. */
    void cut() {
        TmqConsumer current = consumer;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public void run() {
        StopSignal stop = signals.stop();
        while (!stop.isRequested()) {
            try {
                consumeUntilStopped();
            } catch (RuntimeException e) {
                connected = false;
                if (stop.isRequested() && e instanceof TdengineException) {
                    log.debug(() -> name + " stopped while its server was away: " + e.getMessage());
                    return;
                }
                rejoining.failed(e);
            }
        }
    }

    /** Returns when the container stops; a failure of the server comes out as it is. */
    private void consumeUntilStopped() {
        TmqConsumer created = consumers.create(name);
        try (created) {
            consumer = created;
            topics.join(created);
            connected = true;
            rejoining.joined();
            seeks.open();
            observer.subscribed(created);
            Consumption consumption = new Consumption(created, settings, handler, signals.stop(), seeks);
            while (!signals.stop().isRequested()) {
                turn(created, consumption);
            }
            consumption.end();
        } finally {
            paused = false;
            gone(created.stats());
            seeks.close();
            observer.closing();
        }
    }

    private void turn(TmqConsumer from, Consumption consumption) {
        consumption.seek();
        pause(signals.pause().isRequested());
        if (paused) {
            consumption.keepAlive();
            signals.pause().await(settings.keepAlive(), () -> !seeks.isEmpty());
            return;
        }
        int handedOn = handOn(from, consumption);
        if (consumption.takeLoss()) {
            observer.vgroupLost(from);
        }
        lag.update(from);
        observer.turned(from, handedOn);
    }

    /** How many messages there were. */
    private int handOn(TmqConsumer from, Consumption consumption) {
        boolean goesOn;
        int count = 1;
        try {
            List<TmqMessage> messages = poll(consumption);
            count = messages.size();
            goesOn = consumption.handOn(messages, observer.arrived(from, messages));
        } catch (UnreadableMessageException e) {
            goesOn = consumption.handOn(e);
        }
        if (!goesOn && !signals.stop().isRequested()) {
            signals.stop().request(new StopReason(name + " was stopped by its error handler", handler.lastFailure()));
        }
        return count;
    }

    private void pause(boolean now) {
        if (now != paused) {
            paused = now;
            observer.paused(now);
        }
    }

    /** Nothing is in hand during a poll, so the same consumer may go on after a failure that passes. */
    private List<TmqMessage> poll(Consumption consumption) {
        BackOffExecution pauses = policy.reconnectBackOff().start();
        for (int attempt = 1; ; attempt++) {
            try {
                return consumption.poll();
            } catch (TdengineException e) {
                if (FailureKind.of(e) != FailureKind.RETRY || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                log.debug(() -> name + " polls again: " + e.getMessage());
                if (signals.stop().await(Duration.ofMillis(pauses.nextBackOff()))) {
                    return List.of();
                }
            }
        }
    }
}
