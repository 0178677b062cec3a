// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a consumer is to do between two messages, whoever wants it. Thread-safe. */
final class SeekQueue {

    private record Request(Consumer<TdConsumerSeeker> seek, CompletableFuture<Void> done) {}

    private final String consumer;
    private final Queue<Request> requests = new ArrayDeque<>(); // guarded by this
    private boolean open; // guarded by this

    SeekQueue(String consumer) {
        this.consumer = consumer;
    }

    /** The consumer has joined its group. */
    synchronized void open() {
        open = true;
    }

    /**
     * Has something done by the consumer's thread.
     *
     * @return completed by that thread; fails if the consumer is away or goes away before
     */
    CompletableFuture<Void> add(Consumer<TdConsumerSeeker> seek) {
        Request request = new Request(seek, new CompletableFuture<>());
        synchronized (this) {
            if (open) {
                requests.add(request);
                return request.done;
            }
        }
        return CompletableFuture.failedFuture(away());
    }

    private IllegalStateException away() {
        return new IllegalStateException("consumer " + consumer + " has left its group");
    }

    synchronized boolean isEmpty() {
        return requests.isEmpty();
    }

    private synchronized @Nullable Request next() {
        return requests.poll();
    }

    /** Does all of it. */
    void run(TdConsumerSeeker seeker) {
        for (Request request = next(); request != null; request = next()) {
            try {
                request.seek.accept(seeker);
                request.done.complete(null);
            } catch (RuntimeException e) {
                request.done.completeExceptionally(e);
            }
        }
    }

    /** The consumer is away. */
    void close() {
        synchronized (this) {
            open = false;
        }
        for (Request request = next(); request != null; request = next()) {
            request.done.completeExceptionally(away());
        }
    }
}
