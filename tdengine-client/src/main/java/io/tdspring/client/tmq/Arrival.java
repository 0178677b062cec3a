// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Subscription.Fetched;
import io.tdspring.client.transport.Subscription.Message;
import io.tdspring.error.TdengineException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** An announced message, and what it holds once that has arrived. Thread-safe. */
final class Arrival {

    private record Fetch(CompletableFuture<Fetched> answer, Deadline deadline) {}

    private final Message message;
    private volatile @Nullable Fetch fetch;

    Arrival(Message message) {
        this.message = message;
    }

    Message message() {
        return message;
    }

    /** Asks for it, the first time or again. */
    CompletableFuture<Fetched> fetch(Subscription subscription, Duration timeout) {
        CompletableFuture<Fetched> answer = subscription.fetch(message);
        fetch = new Fetch(answer, Deadline.after(timeout));
        return answer;
    }

    /** Whether it has arrived, or cannot be had. */
    boolean isOver() {
        Fetch current = fetch;
        return current != null && current.answer.isDone();
    }

    /** Whether it could not be had, so that it has to be asked for again. */
    boolean hasFailed() {
        Fetch current = fetch;
        return current != null && current.answer.isCompletedExceptionally();
    }

    /** How long it may take; a deadline that is over means that it is given up. */
    boolean isOverdue() {
        Fetch current = fetch;
        return current != null && !current.answer.isDone() && current.deadline.isOver();
    }

    void cancel() {
        Fetch current = fetch;
        if (current != null) {
            current.answer.cancel(false);
        }
    }

    boolean hasArrived() {
        return isOver() && !hasFailed();
    }

    /** What has arrived; to be asked when it is over. */
    Fetched fetched() {
        Fetch current = fetch;
        if (current == null) {
            throw new IllegalStateException(message + " has not been asked for");
        }
        try {
            return current.answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof TdengineException failure
                    ? failure
                    : new TdengineException("reading a message of " + message.partition() + " failed", e.getCause());
        }
    }

    int bytes() {
        return hasArrived() ? fetched().bytes() : 0;
    }
}
