// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens a socket on the thread that is going to read it, so that another can wait for it until its deadline. Thread-safe.
 */
final class Opening {

    private final Endpoint endpoint;
    private final Attempt attempt;
    private final CompletableFuture<FramedSocket> opened = new CompletableFuture<>();

    Opening(Endpoint endpoint, Attempt attempt) {
        this.endpoint = endpoint;
        this.attempt = attempt;
    }

    /**
     * Opens the socket; to be called once.
     *
     * @param made makes it of what the attempt has reached
     * @return the socket, to be read, or null if there is none or nobody wants it any more
     */
    @Nullable
    FramedSocket run(Function<Attempt.Upgraded, FramedSocket> made) {
        try {
            FramedSocket socket = made.apply(attempt.connect());
            if (opened.complete(socket)) {
                return socket;
            }
            socket.discard();
        } catch (IOException e) {
            opened.completeExceptionally(failed(e));
            attempt.cancel();
        } catch (RuntimeException | Error e) {
            // Whoever waits must hear of it, whatever it is.
            opened.completeExceptionally(e);
            attempt.cancel();
        }
        return null;
    }

    private TdengineConnectionException failed(IOException cause) {
        if (cause instanceof HttpRefusal) {
            return new TdengineConnectionException(String.valueOf(cause.getMessage()), cause);
        }
        if (cause instanceof ProtocolException) {
            return new TdengineConnectionException(endpoint + " opened no WebSocket: " + cause.getMessage(), cause);
        }
        return attempt.progress().failed(cause);
    }

    /**
     * Waits for the socket.
     *
     * @throws TdengineException that says why there is none
     */
    FramedSocket await(Deadline deadline) {
        try {
            return deadline.await(opened, what());
        } catch (TimeoutException e) {
            return atLast(deadline);
        } catch (TdengineException e) {
            abandon(e);
            throw e;
        }
    }

    /** Ends what may have been opened all the same, since whoever waited for it has been interrupted. */
    private void abandon(TdengineException why) {
        if (!opened.completeExceptionally(why)) {
            CompletableFuture<Void> unused = opened.thenAccept(FramedSocket::cancel);
        }
        attempt.cancel();
    }

    private String what() {
        return "connecting to " + endpoint;
    }

    private FramedSocket atLast(Deadline deadline) {
        TdengineConnectionException late = attempt.progress().unanswered(deadline);
        if (opened.completeExceptionally(late)) {
            attempt.cancel();
            throw late;
        }
        try {
            return deadline.await(opened, what());
        } catch (TimeoutException e) {
            throw late;
        }
    }

    /** Ends the attempt. */
    void cancel() {
        attempt.cancel();
    }
}
