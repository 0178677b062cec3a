// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.error.TdengineConnectionException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one socket that wait for their answers, by request id; and the reason, once no more answers will come.
 *
 * <p>A future that is cancelled waits no longer. Thread-safe.
 */
final class Waiters {

    /** Why a socket is of no more use. */
    record End(String why, @Nullable Throwable cause) {

        private TdengineConnectionException before(Outgoing request) {
            String message = why + " before " + request.what() + " was answered";
            return new TdengineConnectionException(0, message, request.requestId(), cause);
        }
    }

    private record Waiter(Outgoing request, CompletableFuture<Answer> answer) {}

    private final Map<Long, Waiter> waiting = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private final CompletableFuture<End> ended = new CompletableFuture<>();

    /**
     * Makes a request wait, to be called before it is sent.
     *
     * @param done runs once when it waits no longer, for whatever reason
     * @throws IllegalArgumentException if another request with this id waits
     */
    CompletableFuture<Answer> add(Outgoing request, Runnable done) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Waiter waiter = new Waiter(request, answer);
        if (waiting.putIfAbsent(request.requestId(), waiter) != null) {
            throw new IllegalArgumentException("another request is under way with the id of " + request);
        }
        CompletableFuture<Answer> unused = answer.whenComplete((got, failure) -> {
            waiting.remove(request.requestId(), waiter);
            done.run();
        });
        return answer;
    }

    /**
     * Hands an answer to the request that waits for it.
     *
     * @return false if none does
     */
    boolean answer(long requestId, Answer answer) {
        Waiter waiter = waiting.get(requestId == 0 ? idOfTheOnlyOne() : requestId);
        return waiter != null && waiter.answer.complete(answer);
    }

    // Old servers answer "version" with the id 0, and all servers what they cannot read.
    private long idOfTheOnlyOne() {
        return waiting.size() == 1 ? waiting.keySet().stream().findFirst().orElse(0L) : 0;
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
            waiting.values().forEach(waiter -> waiter.answer.completeExceptionally(reason.before(waiter.request)));
            ended.complete(reason);
        }
    }
}
