// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqMessage;
import java.time.Duration;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.log.LogAccessor;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Hands a message on until it has been handled, repeating what failed with growing pauses.
 *
 * <p>It keeps the message in memory for a limited time only: a consumer that does not poll for long is put out of its
 * group by the server. After that time the message is to be delivered again by the server. Confined to one thread.
 */
final class RetryingHandler {

    /** What became of a message. */
    enum Result {
        HANDLED,
        /** Not handled within the time: seek back to it and poll on. */
        REDELIVER,
        STOP
    }

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(RetryingHandler.class));
    private final MessageListener listener;
    private final ErrorHandler errorHandler;
    private final BackOff backOff;
    private final Duration holdTime;
    private final StopSignal stop;
    private @Nullable ListenerFailedException lastFailure;

    RetryingHandler(
            MessageListener listener, ErrorHandler errorHandler, BackOff backOff, Duration holdTime, StopSignal stop) {
        this.listener = listener;
        this.errorHandler = errorHandler;
        this.backOff = backOff;
        this.holdTime = holdTime;
        this.stop = stop;
    }

    Result handle(TmqMessage message, TdConsumerSeeker seeker) {
        long began = System.nanoTime();
        BackOffExecution pauses = backOff.start();
        int row = 0;
        int attempt = 0;
        while (true) {
            try {
                listener.onMessage(message, row, seeker);
                return Result.HANDLED;
            } catch (ListenerFailedException failure) {
                lastFailure = failure;
                if (failure.failedRow() > row) {
                    pauses = backOff.start();
                    attempt = 0;
                }
                row = failure.failedRow();
                attempt++;
                switch (errorHandler.onFailure(message, failure, attempt)) {
                    case STOP -> {
                        log.error(failure, () -> "Stopping at " + place(message, failure));
                        return Result.STOP;
                    }
                    case SKIP -> {
                        log.error(failure, () -> "Skipping " + place(message, failure));
                        row = failure.nextRow();
                        attempt = 0;
                    }
                    case RETRY -> {
                        warn(message, failure, attempt);
                        if (!pause(pauses, began)) {
                            return stop.isRequested() ? Result.STOP : Result.REDELIVER;
                        }
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

    private void warn(TmqMessage message, ListenerFailedException failure, int attempt) {
        String text = "Attempt " + attempt + " failed at " + place(message, failure);
        if (attempt == 1) {
            log.warn(failure, () -> text);
        } else {
            log.warn(() -> text + ": " + failure.getCause());
        }
    }

    /** Waits before the next attempt; false if there is to be none, or none in this hold of the message. */
    private boolean pause(BackOffExecution pauses, long began) {
        long millis = pauses.nextBackOff();
        Duration left = holdTime.minusNanos(System.nanoTime() - began);
        if (millis == BackOffExecution.STOP || left.toMillis() < millis) {
            return false;
        }
        return !stop.await(Duration.ofMillis(millis));
    }

    private static String place(TmqMessage message, ListenerFailedException failure) {
        return "row " + failure.failedRow() + " of the message at offset " + message.offset() + " of vgroup "
                + message.vgroupId() + ", topic " + message.topic();
    }
}
