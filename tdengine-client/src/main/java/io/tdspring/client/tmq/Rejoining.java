// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.transport.Deadline;
import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a consumer back into its group after its connection has ended: attempts with growing pauses, as long as somebody
 * polls. Confined to one thread at a time.
 *
 * <p>Joining takes longer than a poll may: an attempt runs on a thread of its own, and a later poll takes up what came of it.
 */
final class Rejoining {

    private static final Logger log = LoggerFactory.getLogger(Rejoining.class);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** While the group gets its vgroups anew, the server refuses by these codes. */
    private static final Set<Integer> REBALANCING = Set.of(0x4001, 0x4015);

    private record Loss(Runnable attempt, TdengineConnectionException why) {}

    private final CurrentMembership current;
    private final Bell bell;
    private @Nullable Loss loss;
    private @Nullable CompletableFuture<Void> underWay;
    private Deadline nextAttempt = Deadline.after(Duration.ZERO);
    private Duration pause = Duration.ZERO;

    Rejoining(CurrentMembership current, Bell bell) {
        this.current = current;
        this.bell = bell;
    }

    /** Whether the consumer has lost its connection, and has none yet. */
    boolean isNeeded() {
        return loss != null;
    }

    /** The connection of this membership has ended. */
    void lost(Membership membership, TdengineConnectionException why) {
        if (pause.isZero()) {
            log.warn("a consumer of {} has lost its connection, and joins its group again", membership.topics(), why);
        }
        var places = membership.places();
        loss = new Loss(() -> current.replace(membership, places), why);
        pauseBeforeTheNext();
    }

    private void pauseBeforeTheNext() {
        // At least half of it, so that many consumers do not come at once.
        long millis = pause.toMillis();
        nextAttempt = Deadline.after(
                Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / 2 + 1)));
        Duration twice = pause.multipliedBy(2);
        pause = twice.isZero() ? SHORTEST_PAUSE : twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** The consumer has polled with success. */
    void polled() {
        if (!pause.isZero()) {
            log.info("a consumer of {} is in its group again", current.topics());
            pause = Duration.ZERO;
        }
    }

    /** The consumer leaves its group. */
    void end() {
        loss = null;
        underWay = null;
        pause = Duration.ZERO;
    }

    /**
     * Waits until the consumer is back.
     *
     * @return false if the deadline came before, or a wake-up, which is taken
     * @throws TdengineException if the server refuses for good; another call tries again after a pause
     */
    boolean await(Deadline deadline) {
        while (true) {
            Loss lost = loss;
            if (lost == null) {
                return true;
            }
            if (underWay == null) {
                bell.await(() -> bell.isWoken() || current.isClosed(), nextAttempt.orEarlier(deadline));
                if (endsPoll(lost) || !nextAttempt.isOver()) {
                    return false;
                }
                underWay = start(lost.attempt);
            }
            CompletableFuture<Void> attempt = underWay;
            bell.await(() -> attempt.isDone() || bell.isWoken() || current.isClosed(), deadline);
            if (endsPoll(lost) || !attempt.isDone()) {
                return false;
            }
            underWay = null;
            take(attempt, lost);
        }
    }

    private boolean endsPoll(Loss lost) {
        if (current.isClosed()) {
            throw lost.why;
        }
        return bell.takeWakeup();
    }

    private CompletableFuture<Void> start(Runnable attempt) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(attempt, task -> {
            Thread thread = new Thread(task, "tdengine-rejoin");
            thread.setDaemon(true);
            thread.start();
        });
        // Rung when it is done already, which what whenComplete returns is not.
        CompletableFuture<Void> unused = done.whenComplete((nothing, failure) -> bell.ring());
        return done;
    }

    private void take(CompletableFuture<Void> attempt, Loss lost) {
        try {
            attempt.join();
            loss = null;
        } catch (CompletionException e) {
            pauseBeforeTheNext();
            if (e.getCause() instanceof TdengineException failure && passes(failure)) {
                log.debug("cannot join yet", failure);
            } else if (e.getCause() instanceof TdengineException failure) {
                throw failure;
            } else {
                // The client is closed, say.
                lost.why.addSuppressed(e);
                throw lost.why;
            }
        }
    }

    private static boolean passes(TdengineException failure) {
        return failure instanceof TdengineTimeoutException
                || (failure instanceof TdengineConnectionException && failure.rawCode() == 0)
                || ErrorCodes.isRetryable(failure.rawCode())
                || REBALANCING.contains(failure.code());
    }
}
