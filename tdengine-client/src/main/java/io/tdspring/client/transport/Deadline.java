// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import io.tdspring.error.TdengineException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A moment until which something must be done. Immutable. */
public final class Deadline {

    /** Longer waits are as good as this one, and nanoseconds do not overflow. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Duration timeout;
    private final long endNanos;

    private Deadline(Duration timeout, long endNanos) {
        this.timeout = timeout;
        this.endNanos = endNanos;
    }

    /** The moment that is this long from now. */
    public static Deadline after(Duration timeout) {
        Duration limited = timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout;
        return new Deadline(limited, System.nanoTime() + limited.toNanos());
    }

    /** The moment that does not come. */
    public static Deadline never() {
        return after(LONGEST);
    }

    /** Whichever comes first. */
    public Deadline orEarlier(Deadline other) {
        return other.endNanos - endNanos < 0 ? other : this;
    }

    /**
     * A second later, for who waits for what ends at this deadline by itself: so that it ends first, says why, and leaves
     * everything in order.
     */
    public Deadline withGrace() {
        return new Deadline(timeout, endNanos + GRACE.toNanos());
    }

    /** Nanoseconds left, 0 if it is over. */
    public long remainingNanos() {
        return Math.max(0, endNanos - System.nanoTime());
    }

    public Duration remaining() {
        return Duration.ofNanos(remainingNanos());
    }

    public boolean isOver() {
        return remainingNanos() == 0;
    }

    /**
     * Waits for a future until this moment.
     *
     * @param what is waited for, for messages
     * @throws TimeoutException if the moment has come
     * @throws TdengineException with which the future failed, or because of an interruption
     */
    public <T> T await(CompletableFuture<T> future, String what) throws TimeoutException {
        try {
            return future.get(remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TdengineException("interrupted while waiting for " + what, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TdengineException failure) {
                throw failure;
            }
            throw new TdengineException(what + " failed: " + e.getCause(), e.getCause());
        }
    }

    /** The whole time that was given, for messages: {@code 500 ms} or {@code 2 s}. */
    @Override
    public String toString() {
        long millis = timeout.toMillis();
        return millis % 1000 == 0 && millis > 0
                ? String.format(Locale.ROOT, "%d s", millis / 1000)
                : String.format(Locale.ROOT, "%d ms", millis);
    }
}
