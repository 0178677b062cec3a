// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTmqException;
import io.tdspring.error.UnsupportedFeatureException;
import java.time.Duration;
import java.util.OptionalLong;
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

    /** TDengine's code for a vgroup that does not belong to this consumer. */
    private static final int VGROUP_OF_ANOTHER = 0x4008;

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(PollLoop.class));
    private final String name;
    private final ContainerSettings settings;
    private final ConsumerFactory consumers;
    private final RetryingHandler handler;
    private final DeliveryPolicy policy;
    private final StopSignal stop;
    private final LagProbe lag;
    private final OutageLog outage;

    /** Written by the loop's thread, read by the thread that stops it. */
    private volatile @Nullable TmqConsumer consumer;

    private volatile boolean connected;

    PollLoop(
            String name,
            ContainerSettings settings,
            ConsumerFactory consumers,
            MessageListener listener,
            DeliveryPolicy policy,
            StopSignal stop) {
        this.name = name;
        this.settings = settings;
        this.consumers = consumers;
        this.policy = policy;
        this.stop = stop;
        this.handler =
                new RetryingHandler(listener, policy.errorHandler(), policy.retryBackOff(), policy.holdTime(), stop);
        this.lag = new LagProbe(settings.topics());
        this.outage = new OutageLog(name);
    }

    /** Whether this loop has a subscribed consumer now. */
    boolean isConnected() {
        return connected;
    }

    /** Offsets between this consumer's positions and the ends of its vgroups' logs, as of about a second ago. */
    OptionalLong lag() {
        return connected ? lag.value() : OptionalLong.empty();
    }

    /** Ends a poll that waits. */
    void wakeup() {
        TmqConsumer current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    @Override
    public void run() {
        BackOffExecution pauses = policy.reconnectBackOff().start();
        while (!stop.isRequested()) {
            try {
                consumeUntilStopped();
            } catch (UnsupportedFeatureException e) {
                log.error(e, () -> name + " cannot receive over this transport");
                return;
            } catch (TdengineException e) {
                if (stop.isRequested()) {
                    log.debug(() -> name + " stopped while its server was away: " + e.getMessage());
                    return;
                }
                outage.failed(e);
            }
            if (connected) {
                connected = false;
                pauses = policy.reconnectBackOff().start();
            }
            long pause = pauses.nextBackOff();
            if (pause == BackOffExecution.STOP || stop.await(Duration.ofMillis(pause))) {
                return;
            }
        }
    }

    /** Returns when the container stops; a failure of the server comes out as it is. */
    private void consumeUntilStopped() {
        try (TmqConsumer created = consumers.create(name)) {
            consumer = created;
            created.subscribe(settings.topics());
            connected = true;
            outage.recovered();
            boolean goOn = true;
            while (goOn && !stop.isRequested()) {
                goOn = pollOnce(created);
            }
            if (!goOn) {
                stop.request();
            }
            created.unsubscribe();
        } finally {
            consumer = null;
        }
    }

    private boolean pollOnce(TmqConsumer from) {
        TmqMessage message = from.poll(settings.pollTimeout());
        if (message == null) {
            lag.update(from);
            return true;
        }
        switch (handler.handle(message, new ConsumerSeeker(from))) {
            case HANDLED -> unlessMoved(message, () -> from.commit(message));
            case REDELIVER ->
                unlessMoved(message, () -> from.seek(message.topic(), message.vgroupId(), message.offset()));
            case STOP -> {
                return false;
            }
        }
        lag.update(from);
        return true;
    }

    /** A rebalance may have given the vgroup to another consumer meanwhile, who gets the message again: no failure. */
    private void unlessMoved(TmqMessage message, Runnable action) {
        try {
            action.run();
        } catch (TdengineTmqException e) {
            if (e.code() != VGROUP_OF_ANOTHER) {
                throw e;
            }
            log.info(() -> name + " lost vgroup " + message.vgroupId() + " of topic " + message.topic()
                    + " before it could commit; the message at offset " + message.offset() + " comes again");
        }
    }
}
