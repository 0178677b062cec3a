// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Deadline;
import io.tdspring.error.TdengineException;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request whose caller waits for it: the thread that makes this is the one that waits.
 *
 * <p>A caller whose answer is {@link Prefetching} is woken when that has arrived too: one that slept again in between would
 * cost more than a short query otherwise does. It looks for the answer by itself from time to time, so that it has it not
 * much later if what was sent for takes long.
 *
 * @param <T> what the caller gets
 */
final class PendingCall<T> implements AnswerListener {

    private static final long MOMENT_NANOS = 1_000_000;
    private static final long FIRST_LOOK_NANOS = 10_000_000;
    private static final long LONGEST_SLEEP_NANOS = 500_000_000;

    private final Outgoing request;
    private final Function<Answer, T> reader;
    private final Thread caller = Thread.currentThread();
    private @Nullable T value; // published by done
    private @Nullable TdengineException failure; // published by done
    private volatile boolean done;

    /**
     * @param reader reads the answer, on the thread that reads the socket; what it throws the caller gets
     */
    PendingCall(Outgoing request, Function<Answer, T> reader) {
        this.request = request;
        this.reader = reader;
    }

    Outgoing request() {
        return request;
    }

    @Override
    public void onAnswer(Answer answer) {
        try {
            value = reader.apply(answer);
        } catch (TdengineException e) {
            failure = e;
        } catch (RuntimeException | Error e) {
            failure = new TdengineException("the answer to " + request + " cannot be read", e);
        }
        done = true;
        if (value instanceof Prefetching prefetching) {
            prefetching.whenFetched(this::wake);
        } else {
            wake();
        }
    }

    @Override
    public void onFailure(TdengineException failure) {
        this.failure = failure;
        done = true;
        wake();
    }

    private void wake() {
        LockSupport.unpark(caller);
    }

    /**
     * Waits for the end.
     *
     * @return false if it has not come by the deadline
     */
    boolean await(Deadline deadline) throws InterruptedException {
        long sleep = FIRST_LOOK_NANOS;
        while (!done) {
            long nanos = deadline.remainingNanos();
            if (nanos == 0) {
                return false;
            }
            LockSupport.parkNanos(this, Math.min(nanos, sleep));
            sleep = Math.min(2 * sleep, LONGEST_SLEEP_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return true;
    }

    /**
     * What came; waits for the moment in which the reading thread may still be busy with it.
     *
     * @throws TdengineException the failure, as if it had happened on this thread
     */
    T outcome() {
        while (!done) {
            LockSupport.parkNanos(this, MOMENT_NANOS);
        }
        if (failure != null) {
            failure.fillInStackTrace();
            throw failure;
        }
        return Objects.requireNonNull(value);
    }
}
