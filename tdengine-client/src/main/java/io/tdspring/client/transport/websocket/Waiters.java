// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Deadline;
import io.tdspring.error.TdengineConnectionException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one socket that wait for their answers, by request id, and the turn of those that have to wait before
 * they are sent; and the reason, once no more answers will come. Thread-safe.
 *
 * <p>A request waits no longer when it has been answered, has failed or has been withdrawn: exactly one of these happens.
 */
final class Waiters {

    /** Why a socket is of no more use. */
    record End(String why, @Nullable Throwable cause) {

        private TdengineConnectionException before(Outgoing request) {
            String message = why + " before " + request.what() + " was answered";
            return new TdengineConnectionException(0, message, request.requestId(), cause);
        }
    }

    /**
     * @param bytes what its turn has taken
     */
    private record Waiter(Outgoing request, int bytes, AnswerListener listener) {}

    private final Map<Long, Waiter> waiting = new ConcurrentHashMap<>();
    private final int maxBytes;
    private final Semaphore turn;
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private final CompletableFuture<End> ended = new CompletableFuture<>();

    /**
     * @param maxBytes requests wait for their turn while more bytes are not yet answered; a longer one has a turn of its own
     */
    Waiters(int maxBytes) {
        this.maxBytes = maxBytes;
        this.turn = new Semaphore(maxBytes, true);
    }

    /**
     * Makes a request wait, when its turn to be sent has come.
     *
     * @return false if the deadline has come before; then it does not wait
     * @throws IllegalArgumentException if another request with this id waits
     */
    boolean add(Outgoing request, AnswerListener listener, Deadline deadline) throws InterruptedException {
        int bytes = (int) Math.min(request.bytes(), maxBytes);
        if (!turn.tryAcquire(bytes, deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        add(new Waiter(request, bytes, listener));
        return true;
    }

    /** As {@link #add}, out of turn. */
    void addAtOnce(Outgoing request, AnswerListener listener) {
        add(new Waiter(request, 0, listener));
    }

    private void add(Waiter waiter) {
        if (waiting.putIfAbsent(waiter.request.requestId(), waiter) != null) {
            turn.release(waiter.bytes);
            throw new IllegalArgumentException("another request is under way with the id of " + waiter.request);
        }
    }

    /**
     * Hands an answer to the request that waits for it.
     *
     * @return false if none does
     */
    boolean answer(long requestId, Answer answer) {
        Waiter waiter = waiting.get(requestId == 0 ? idOfTheOnlyOne() : requestId);
        if (waiter == null || !remove(waiter)) {
            return false;
        }
        waiter.listener.onAnswer(answer);
        return true;
    }

    // Old servers answer "version" with the id 0, and all servers what they cannot read.
    private long idOfTheOnlyOne() {
        return waiting.size() == 1 ? waiting.keySet().stream().findFirst().orElse(0L) : 0;
    }

    /**
     * Lets a request wait no longer.
     *
     * @return false if its listener has been told of its end, or is being told now
     */
    boolean withdraw(Outgoing request) {
        Waiter waiter = waiting.get(request.requestId());
        return waiter != null && waiter.request.equals(request) && remove(waiter);
    }

    private boolean remove(Waiter waiter) {
        boolean removed = waiting.remove(waiter.request.requestId(), waiter);
        if (removed) {
            turn.release(waiter.bytes);
        }
        return removed;
    }

    /** Why no more answers will come, or null. */
    @Nullable
    End end() {
        return end.get();
    }

    /** Has this run once when no more answers will come; at once if it is so. */
    void onEnd(Runnable listener) {
        CompletableFuture<Void> unused = ended.thenRun(listener);
    }

    /** Fails all that waits. A request {@link #add}ed at the same time is either failed too, or finds {@link #end} set. */
    void endAll(End reason) {
        if (end.compareAndSet(null, reason)) {
            for (Waiter waiter : waiting.values()) {
                if (remove(waiter)) {
                    waiter.listener.onFailure(reason.before(waiter.request));
                }
            }
            ended.complete(reason);
        }
    }
}
