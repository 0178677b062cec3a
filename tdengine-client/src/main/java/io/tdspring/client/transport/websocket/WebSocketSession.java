// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.ConnectProgress;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.RequestNotSentException;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.TdengineTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.WebSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket with its requests and answers. Thread-safe.
 *
 * <p>Requests wait on the threads of their callers, each until its own deadline. The end of the socket, whatever its
 * reason, fails all that waits at once.
 */
final class WebSocketSession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WebSocketSession.class);

    /** OkHttp gives a socket up on which more than 16 MiB are queued, so requests wait for their turn well below. */
    private static final int MAX_BYTES_UNDER_WAY = 8 << 20;

    private static final int MAX_MESSAGE_BYTES = 15 << 20;
    private static final long CLOSE_MILLIS = 500;
    private static final int NORMAL_CLOSURE = 1000;

    private final Endpoint endpoint;
    private final ConnectProgress progress;
    private final Waiters waiters = new Waiters();
    private final Semaphore bytesUnderWay = new Semaphore(MAX_BYTES_UNDER_WAY, true);
    private final SessionListener listener;
    private final WebSocket socket;

    private WebSocketSession(
            OkHttpClient client, WebSocketAddress address, BiConsumer<WebSocket, Answer.Text> unclaimed) {
        endpoint = address.endpoint();
        progress = new ConnectProgress(endpoint);
        listener = new SessionListener(address, progress, waiters, unclaimed);
        OkHttpClient observed = client.newBuilder()
                .dns(progress::resolve)
                .socketFactory(progress)
                .build();
        socket = observed.newWebSocket(new Request.Builder().url(address.url()).build(), listener);
    }

    /**
     * Opens a socket.
     *
     * @param unclaimed gets answers for which nobody waits any more, on the thread that reads the socket
     */
    static WebSocketSession open(
            OkHttpClient client,
            WebSocketAddress address,
            BiConsumer<WebSocket, Answer.Text> unclaimed,
            Deadline deadline) {
        WebSocketSession session = new WebSocketSession(client, address, unclaimed);
        try {
            deadline.await(session.listener.opened(), "connecting to " + address.endpoint());
            return session;
        } catch (TimeoutException e) {
            session.socket.cancel();
            throw session.progress.unanswered(deadline);
        } catch (TdengineException e) {
            session.socket.cancel();
            throw e;
        }
    }

    Endpoint endpoint() {
        return endpoint;
    }

    boolean isOpen() {
        return waiters.end() == null;
    }

    /** As {@link io.tdspring.client.transport.Connection#onEnd}. */
    void onEnd(Runnable listener) {
        waiters.onEnd(listener);
    }

    /** As {@link #call}, while connecting: if the answer is missing, connecting has failed. */
    Answer callToConnect(Outgoing request, Deadline deadline) {
        try {
            return call(request, deadline);
        } catch (TdengineTimeoutException e) {
            throw progress.unanswered(deadline);
        }
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @throws TdengineTimeoutException if the deadline passes; the answer is dropped when it comes
     * @throws TdengineConnectionException if the socket ends before
     * @throws RequestNotSentException if it had ended already
     */
    Answer call(Outgoing request, Deadline deadline) {
        return await(request, send(request, deadline), deadline);
    }

    /** Waits for the answer to a request that has been sent; the exceptions are those of {@link #call}. */
    Answer await(Outgoing request, CompletableFuture<Answer> answer, Deadline deadline) {
        try {
            return deadline.await(answer, request.toString());
        } catch (TimeoutException e) {
            return giveUp(request, answer, deadline);
        } catch (TdengineException e) {
            answer.cancel(false);
            CompletableFuture<Answer> unused = answer.whenComplete((came, failure) -> listener.drop(socket, came));
            throw e;
        }
    }

    private Answer giveUp(Outgoing request, CompletableFuture<Answer> answer, Deadline deadline) {
        if (answer.cancel(false)) {
            throw unanswered(request, deadline);
        }
        try {
            // It came at the last moment, and must not be lost, since it may hold a result to free.
            return deadline.await(answer, request.toString());
        } catch (TimeoutException e) {
            throw unanswered(request, deadline);
        }
    }

    /**
     * Sends a request.
     *
     * @param deadline for its turn, if many bytes are under way
     * @return the answer to come; to be cancelled when it is no longer wanted
     */
    CompletableFuture<Answer> send(Outgoing request, Deadline deadline) {
        int bytes = takeTurn(request, deadline);
        CompletableFuture<Answer> answer;
        try {
            answer = waiters.add(request, () -> bytesUnderWay.release(bytes));
        } catch (IllegalArgumentException e) {
            bytesUnderWay.release(bytes);
            throw e;
        }
        if (!isOpen() || !queued(request)) {
            answer.cancel(false);
            throw notSent(request);
        }
        log.debug("sent {} to {}", request, endpoint);
        return answer;
    }

    /** Sends what has no answer, if the socket is still there. */
    void tell(Outgoing request) {
        if (isOpen()) {
            request.sendOver(socket);
        }
    }

    private boolean queued(Outgoing request) {
        boolean queued = request.sendOver(socket);
        if (!queued) {
            waiters.endAll(new Waiters.End("the connection to " + endpoint + " takes no more requests", null));
        }
        return queued;
    }

    private int takeTurn(Outgoing request, Deadline deadline) {
        if (request.size() > MAX_MESSAGE_BYTES) {
            String message = request.what() + " of " + request.size() + " bytes is longer than " + MAX_MESSAGE_BYTES;
            throw new TdengineProgrammingException(0, message, request.requestId(), null);
        }
        int bytes = Math.min(request.size(), MAX_BYTES_UNDER_WAY);
        try {
            if (!bytesUnderWay.tryAcquire(bytes, deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw unanswered(request, deadline);
            }
            return bytes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TdengineException("interrupted before " + request + " was sent", e);
        }
    }

    private RequestNotSentException notSent(Outgoing request) {
        Waiters.End end = waiters.end();
        String why = end == null ? "the connection to " + endpoint + " has ended" : end.why();
        return new RequestNotSentException(why, request.requestId(), end == null ? null : end.cause());
    }

    private TdengineTimeoutException unanswered(Outgoing request, Deadline deadline) {
        String message = endpoint + " did not answer " + request.what() + " within " + deadline;
        return new TdengineTimeoutException(0, message, request.requestId(), null);
    }

    /** Ends the socket without a word. */
    void cancel() {
        endedByThisClient();
        socket.cancel();
    }

    private void endedByThisClient() {
        waiters.endAll(new Waiters.End("the connection to " + endpoint + " was closed by this client", null));
    }

    /** Says good-bye, and does not wait long for it to be heard. */
    @Override
    public void close() {
        endedByThisClient();
        socket.close(NORMAL_CLOSURE, null);
        try {
            if (!listener.gone().await(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
                socket.cancel();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            socket.cancel();
        }
    }
}
