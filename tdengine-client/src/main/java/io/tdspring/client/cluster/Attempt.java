// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.SessionState;
import io.tdspring.error.TdengineConnectionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An attempt to connect, on a thread of its own: those who wait for it may have different deadlines, and may be
 * interrupted. Thread-safe.
 */
final class Attempt {

    private final SessionState state;
    private final CompletableFuture<PooledConnection> outcome = new CompletableFuture<>();

    Attempt(SessionState state) {
        this.state = state;
    }

    SessionState state() {
        return state;
    }

    boolean isOver() {
        return outcome.isDone();
    }

    /**
     * Begins.
     *
     * @param connector connects, or fails, in limited time
     * @param whenMade gets the connection before those who wait
     */
    void start(
            Executor threads, Function<SessionState, PooledConnection> connector, Consumer<PooledConnection> whenMade) {
        threads.execute(() -> {
            try {
                PooledConnection made = connector.apply(state);
                whenMade.accept(made);
                outcome.complete(made);
            } catch (RuntimeException | Error e) {
                outcome.completeExceptionally(e);
            }
        });
    }

    /** Has the connection closed as soon as it is made, if it is. */
    void discard() {
        CompletableFuture<PooledConnection> unused = outcome.whenComplete((made, failure) -> {
            if (made != null) {
                made.close();
            }
        });
    }

    /** Has all who wait fail. */
    void giveUp(TdengineConnectionException why) {
        outcome.completeExceptionally(why);
    }

    /**
     * Waits for the connection.
     *
     * @throws TdengineConnectionException if it cannot be made, or not by the deadline
     */
    PooledConnection await(Deadline deadline) {
        try {
            return deadline.await(outcome, "connecting");
        } catch (TimeoutException e) {
            throw new TdengineConnectionException("not connected within " + deadline, null);
        }
    }
}
