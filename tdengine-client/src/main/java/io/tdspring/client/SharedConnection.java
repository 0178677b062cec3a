// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Deadline;
import io.tdspring.error.TdengineConnectionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that all threads of a client share, made when it is needed, and made anew when it has broken.
 * Thread-safe.
 *
 * <p>Connecting has a thread of its own: those who wait for it may have different deadlines, and may be interrupted.
 */
final class SharedConnection implements AutoCloseable {

    private final Supplier<Connection> connector;
    private @Nullable CompletableFuture<Connection> attempt; // guarded by this; the latest one
    private boolean closed; // guarded by this

    /**
     * @param connector connects, or fails, in limited time
     */
    SharedConnection(Supplier<Connection> connector) {
        this.connector = connector;
    }

    /**
     * The connection.
     *
     * @throws TdengineConnectionException if it cannot be made, or not by the deadline
     * @throws IllegalStateException if this has been closed
     */
    Connection get(Deadline deadline) {
        try {
            return deadline.await(usable(), "connecting");
        } catch (TimeoutException e) {
            throw new TdengineConnectionException("not connected within " + deadline, null);
        }
    }

    /** The connection if there is one that works now, else null. */
    @Nullable
    Connection ifOpen() {
        synchronized (this) {
            Connection connection = attempt == null || !attempt.isDone() ? null : made(attempt);
            return connection != null && connection.isOpen() ? connection : null;
        }
    }

    private synchronized CompletableFuture<Connection> usable() {
        if (closed) {
            throw new IllegalStateException("the client is closed");
        }
        if (attempt == null || (attempt.isDone() && ifOpen() == null)) {
            attempt = start();
        }
        return attempt;
    }

    private CompletableFuture<Connection> start() {
        CompletableFuture<Connection> started = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(started), "tdengine-connect");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    private void run(CompletableFuture<Connection> started) {
        try {
            Connection connection = connector.get();
            if (!started.complete(connection)) {
                connection.close();
            }
        } catch (RuntimeException | Error e) {
            started.completeExceptionally(e);
        }
    }

    private static @Nullable Connection made(CompletableFuture<Connection> done) {
        return done.isCompletedExceptionally() ? null : done.join();
    }

    /** Closes the connection; who waits for one fails at once. */
    @Override
    public void close() {
        CompletableFuture<Connection> last;
        synchronized (this) {
            closed = true;
            last = attempt;
        }
        if (last == null) {
            return;
        }
        last.completeExceptionally(new TdengineConnectionException("the client was closed while it connected", null));
        Connection connection = made(last);
        if (connection != null) {
            connection.close();
        }
    }
}
