// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.writer.WriterOptions.Delivery;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the batches of a lane, one after the other, each again and again until it is acknowledged or given up. */
final class LaneRunner implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(LaneRunner.class);

    /** The super table has changed since the statement was prepared, which a new one sees. */
    private static final int UNKNOWN_TABLE = 0x2603;

    private static final int MOST_DOUBLINGS = 5;

    private final int lane;
    private final Accumulator accumulator;
    private final FrameSender sender;
    private final Delivery delivery;
    private final Duration requestTimeout;
    private final CountDownLatch givenUp;

    /**
     * @param givenUp counted down when nothing is to be sent any more
     */
    LaneRunner(int lane, Accumulator accumulator, FrameSender sender, Sending sending, CountDownLatch givenUp) {
        this.lane = lane;
        this.accumulator = accumulator;
        this.sender = sender;
        this.delivery = sending.delivery();
        this.requestTimeout = sending.requestTimeout();
        this.givenUp = givenUp;
    }

    /** @param requestTimeout for one try */
    record Sending(Delivery delivery, Duration requestTimeout) {}

    @Override
    public void run() {
        try (sender) {
            for (Batch batch = next(); batch != null; batch = next()) {
                deliver(batch);
            }
        }
    }

    private @Nullable Batch next() {
        while (true) {
            try {
                return accumulator.await(lane);
            } catch (InterruptedException e) {
                // Nobody but close() interrupts this thread, after which there is nothing left to wait for.
                log.debug("interrupted");
            }
        }
    }

    private void deliver(Batch batch) {
        Deadline deadline = Deadline.after(delivery.timeout());
        int retries = 0;
        TdengineException failure = tryOnce(batch, deadline);
        while (failure != null && isWorthRepeating(failure, retries) && pause(retries, deadline)) {
            retries++;
            log.debug("a frame of {} rows is sent again", batch.rows(), failure);
            failure = tryOnce(batch, deadline);
        }
        accumulator.done(lane, batch, failure == null, retries);
        if (failure == null) {
            batch.acknowledge();
        } else {
            batch.fail(isGivenUp() ? closedWhile(failure) : failure);
        }
    }

    private @Nullable TdengineException tryOnce(Batch batch, Deadline deadline) {
        if (isGivenUp()) {
            return closedWhile(null);
        }
        Duration remaining = deadline.remaining();
        Duration timeout = remaining.compareTo(requestTimeout) < 0 ? remaining : requestTimeout;
        try {
            sender.send(batch, Deadline.after(timeout));
            return null;
        } catch (TdengineException e) {
            return e;
        } catch (RuntimeException | Error e) {
            return new TdengineException("the rows could not be sent: " + e, e);
        }
    }

    private static TdengineException closedWhile(@Nullable TdengineException e) {
        return new TdengineTimeoutException("the writer was closed before the rows were acknowledged", e);
    }

    private boolean isGivenUp() {
        return givenUp.getCount() == 0;
    }

    private static boolean isWorthRepeating(TdengineException e, int retries) {
        boolean isStale = e.code() == UNKNOWN_TABLE;
        boolean isBroken = e instanceof TdengineConnectionException && e.rawCode() == 0;
        return e.isTransient() || isBroken || e instanceof TdengineTimeoutException || (isStale && retries == 0);
    }

    /** Waits before the next try; false if there is no time for it. */
    private boolean pause(int retries, Deadline deadline) {
        long nanos = delivery.pause().toNanos() << Math.min(retries, MOST_DOUBLINGS);
        if (nanos >= deadline.remainingNanos()) {
            return false;
        }
        try {
            return !givenUp.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
