// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.RequestNotSentException;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.TdengineTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
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

    /** Requests wait for their turn while more bytes are not yet answered; a longer one has a turn of its own. */
    private static final int MAX_BYTES_UNDER_WAY = 8 << 20;

    /** What has no answer is small, and not worth waiting for. */
    private static final Duration TELLING = Duration.ofSeconds(1);

    private final Endpoint endpoint;
    private final Waiters waiters;
    private final Incoming incoming;
    private final OpenSocket socket;
    private final Semaphore bytesUnderWay = new Semaphore(MAX_BYTES_UNDER_WAY, true);

    private WebSocketSession(Endpoint endpoint, Waiters waiters, Incoming incoming, OpenSocket socket) {
        this.endpoint = endpoint;
        this.waiters = waiters;
        this.incoming = incoming;
        this.socket = socket;
    }

    /**
     * Opens a socket.
     *
     * @param unclaimed gets answers for which nobody waits any more, on the thread that reads the socket
     */
    static WebSocketSession open(
            WebSocketEngine engine,
            WebSocketAddress address,
            BiConsumer<WebSocketSession, Answer> unclaimed,
            Deadline deadline) {
        Waiters waiters = new Waiters();
        Incoming incoming = new Incoming(address, waiters);
        OpenSocket socket = engine.open(address.target(), incoming, deadline);
        WebSocketSession session = new WebSocketSession(address.endpoint(), waiters, incoming, socket);
        incoming.setUnclaimed(answer -> unclaimed.accept(session, answer));
        return session;
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
            String message = endpoint + " accepted the connection but did not answer within " + deadline;
            throw new TdengineConnectionException(message, e);
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
            CompletableFuture<Answer> unused = answer.whenComplete((came, failure) -> drop(came));
            throw e;
        }
    }

    private void drop(@Nullable Answer answer) {
        if (answer != null) {
            incoming.drop(answer);
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
        if (!isOpen() || !sent(request, deadline)) {
            answer.cancel(false);
            throw notSent(request);
        }
        log.debug("sent {} to {}", request, endpoint);
        return answer;
    }

    /** Sends what has no answer, if the socket is still there. */
    void tell(Outgoing request) {
        if (isOpen()) {
            request.sendOver(socket, Deadline.after(TELLING));
        }
    }

    private boolean sent(Outgoing request, Deadline deadline) {
        boolean sent = request.sendOver(socket, deadline);
        if (!sent) {
            waiters.endAll(new Waiters.End("the connection to " + endpoint + " takes no more requests", null));
        }
        return sent;
    }

    private int takeTurn(Outgoing request, Deadline deadline) {
        if (request.bytes() > socket.maxMessageBytes()) {
            String message = request.what() + " of " + request.bytes() + " bytes is longer than "
                    + socket.maxMessageBytes() + ", the most that can be sent";
            throw new TdengineProgrammingException(0, message, request.requestId(), null);
        }
        int bytes = (int) Math.min(request.bytes(), MAX_BYTES_UNDER_WAY);
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
        socket.close();
    }
}
