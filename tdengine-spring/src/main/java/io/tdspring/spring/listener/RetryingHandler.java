// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.listener.ErrorHandler.Decision;
import java.time.Duration;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.log.LogAccessor;

/**
 * Hands a message on until it has been handled, repeating what failed with pauses, as the error handler decides.
 *
 * <p>It keeps the message in memory for a limited time only: a consumer that does not poll for long is put out of its
 * group by the server. After that time the message is to be delivered again by the server. Confined to one thread.
 */
final class RetryingHandler {

    /** What became of a message. */
    enum Result {
        HANDLED,
        /** Not handled: seek back to where it starts and poll on. */
        REDELIVER,
        STOP
    }

    /** Whose failures these are. */
    record Origin(String listenerId, String groupId) {}

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(RetryingHandler.class));
    private final MessageListener listener;
    private final DeliveryPolicy policy;
    private final Origin origin;
    private final StopSignal stop;
    private final FailureCounts failures = new FailureCounts();
    private @Nullable ListenerFailedException lastFailure;

    RetryingHandler(MessageListener listener, DeliveryPolicy policy, Origin origin, StopSignal stop) {
        this.listener = listener;
        this.policy = policy;
        this.origin = origin;
        this.stop = stop;
    }

    Result handle(TmqMessage message, ListenerContext context) {
        long began = System.nanoTime();
        int row = 0;
        while (true) {
            try {
                listener.onMessage(message, row, context);
                failures.handled(message);
                return Result.HANDLED;
            } catch (ListenerFailedException e) {
                lastFailure = e;
                FailureCounts.OfRow count = failures.of(message, e.failedRow());
                FailedDelivery failure =
                        FailedDelivery.of(message, e, count.failed(), origin.listenerId(), origin.groupId());
                Decision decision = decide(failure);
                log(decision, failure, e);
                switch (decision) {
                    case STOP -> {
                        return Result.STOP;
                    }
                    case SKIP, RECOVERED -> row = failure.nextRow();
                    case RETRY, REDELIVER -> {
                        boolean held = pause(failure, count, began) && decision == Decision.RETRY;
                        if (stop.isRequested()) {
                            return Result.STOP;
                        }
                        if (!held) {
                            return Result.REDELIVER;
                        }
                        row = failure.failedRow();
                    }
                }
            }
        }
    }

    /** The last failure of the listener; null if there was none. */
    @Nullable
    ListenerFailedException lastFailure() {
        return lastFailure;
    }

    /** A handler that fails itself must neither lose the row nor end the thread. */
    private Decision decide(FailedDelivery failure) {
        try {
            return policy.errorHandler().onFailure(failure);
        } catch (RuntimeException e) {
            log.error(
                    e, () -> "The error handler of listener " + origin.listenerId() + " failed at " + failure.place());
            return Decision.RETRY;
        }
    }

    private void log(Decision decision, FailedDelivery failure, ListenerFailedException thrown) {
        String text = "Attempt " + failure.attempt() + " of listener " + origin.listenerId() + " failed at "
                + failure.place() + ": ";
        switch (decision) {
            case STOP -> log.error(thrown, () -> text + "stopping");
            case SKIP -> log.error(thrown, () -> text + "giving it up");
            case RECOVERED -> log.warn(() -> text + "recovered from " + failure.cause());
            case RETRY, REDELIVER -> {
                if (failure.attempt() == 1) {
                    log.warn(thrown, () -> text + "trying again");
                } else {
                    log.warn(() -> text + failure.cause());
                }
            }
        }
    }

    /** Waits before the next attempt, at most as long as the message may be held; false if that was too short. */
    private boolean pause(FailedDelivery failure, FailureCounts.OfRow count, long began) {
        if (count.isNew()) {
            count.pauseBy(policy.errorHandler().backOff(failure).orElse(policy.retryBackOff()));
        }
        Duration pause = Duration.ofMillis(count.nextPause());
        Duration left = policy.holdTime().minusNanos(System.nanoTime() - began);
        boolean held = pause.compareTo(left) <= 0;
        stop.await(held ? pause : left);
        return held;
    }
}
