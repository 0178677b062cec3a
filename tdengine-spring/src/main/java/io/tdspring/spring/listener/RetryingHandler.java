// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.listener.ErrorHandler.Decision;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.log.LogAccessor;

/**
 * Hands a message on until it has been handled, repeating what failed with pauses, as the error handler decides.
 *
 * <p>It keeps a message in memory for a limited time after the poll only: a consumer that does not poll for long is put out of its
 * group by the server. After that time the message is to be delivered again by the server. Confined to one thread.
 */
final class RetryingHandler {

    /** What became of a message. */
    enum Result {
        /** By its listener, which may also have asked for it to come again. */
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
    private final LongSupplier nanoTime;
    private long polledAt;
    private @Nullable ListenerFailedException lastFailure;

    RetryingHandler(MessageListener listener, DeliveryPolicy policy, Origin origin, StopSignal stop) {
        this(listener, policy, origin, stop, System::nanoTime);
    }

    RetryingHandler(
            MessageListener listener, DeliveryPolicy policy, Origin origin, StopSignal stop, LongSupplier nanoTime) {
        this.listener = listener;
        this.policy = policy;
        this.origin = origin;
        this.stop = stop;
        this.nanoTime = nanoTime;
        this.polledAt = nanoTime.getAsLong();
    }

    /** The consumer has polled: from here on counts how long it may be silent, whatever it got at once. */
    void polled() {
        polledAt = nanoTime.getAsLong();
    }

    Result handle(TmqMessage message, ListenerContext context) {
        context.countAttemptsBy(row -> failures.attempt(message, row));
        int row = 0;
        while (true) {
            try {
                listener.onMessage(message, row, context);
                OptionalInt next = afterPartialNack(context);
                if (next.isEmpty()) {
                    if (!context.isNacked()) {
                        failures.handled(message);
                    }
                    return Result.HANDLED;
                }
                row = next.getAsInt();
            } catch (ListenerFailedException e) {
                lastFailure = e;
                context.forgetPartialNack();
                switch (heed(message, e)) {
                    case RETRY -> row = e.failedRow();
                    case SKIP, RECOVERED -> row = e.nextRow();
                    case REDELIVER -> {
                        return Result.REDELIVER;
                    }
                    case STOP -> {
                        return Result.STOP;
                    }
                }
            }
        }
    }

    /** The row to go on at, after its pause, if the listener has asked for that and the message may be held so long. */
    private OptionalInt afterPartialNack(ListenerContext context) {
        Optional<Nack> asked = context.nack().filter(nack -> nack.row().isPresent());
        if (asked.isEmpty()) {
            return OptionalInt.empty();
        }
        Nack nack = asked.get();
        if (nack.pause().compareTo(left()) > 0 || stop.await(nack.pause())) {
            return OptionalInt.empty();
        }
        context.forgetPartialNack();
        return nack.row();
    }

    /** How long the message in hand may still be kept. */
    private Duration left() {
        return policy.holdTime().minusNanos(nanoTime.getAsLong() - polledAt);
    }

    /**
     * Decides about a failure, waits if there is to be another attempt, but not longer than a message may be held, and says
     * what is to be done then.
     */
    private Decision heed(TmqMessage message, ListenerFailedException thrown) {
        FailureCounts.OfRow count = failures.of(message, thrown.failedRow());
        FailedDelivery failure =
                FailedDelivery.of(message, thrown, count.failed(), origin.listenerId(), origin.groupId());
        Decision decision = decide(failure);
        log(decision, failure, thrown);
        if (decision != Decision.RETRY && decision != Decision.REDELIVER) {
            return decision;
        }
        Duration pause = pauseBehind(failure, count);
        Duration left = left();
        boolean held = pause.compareTo(left) <= 0;
        if (stop.await(held ? pause : left)) {
            return Decision.STOP;
        }
        return held ? decision : Decision.REDELIVER;
    }

    private Duration pauseBehind(FailedDelivery failure, FailureCounts.OfRow count) {
        if (count.isNew()) {
            count.pauseBy(policy.errorHandler().backOff(failure).orElse(policy.retryBackOff()));
        }
        return Duration.ofMillis(count.nextPause());
    }

    /** What becomes of a message that cannot be read: given up, or tried again after a pause. */
    Result unreadable(TmqMessage place, RuntimeException failure) {
        ListenerFailedException thrown = new ListenerFailedException("the message cannot be read", 0, 1, failure);
        lastFailure = thrown;
        return switch (heed(place, thrown)) {
            case SKIP, RECOVERED -> Result.HANDLED;
            case RETRY, REDELIVER -> Result.REDELIVER;
            case STOP -> Result.STOP;
        };
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
}
