// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.FlowLimits;
import io.tdspring.client.transport.RequestNotSentException;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.ws.TextRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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

    private final Endpoint endpoint;
    private final Waiters waiters;
    private final Incoming incoming;
    private final OpenSocket socket;
    private final int lookAheadBytes;

    private WebSocketSession(
            Endpoint endpoint, Waiters waiters, Incoming incoming, OpenSocket socket, int lookAheadBytes) {
        this.endpoint = endpoint;
        this.waiters = waiters;
        this.incoming = incoming;
        this.socket = socket;
        this.lookAheadBytes = lookAheadBytes;
    }

    /**
     * Opens a socket.
     *
     * @param unclaimed gets answers in JSON for which nobody waits any more, on the thread that reads the socket
     */
    static WebSocketSession open(
            WebSocketEngine engine,
            WebSocketAddress address,
            FlowLimits limits,
            BiConsumer<WebSocketSession, Answer.Text> unclaimed,
            Deadline deadline) {
        Waiters waiters = new Waiters(limits.bytesInFlight());
        Incoming incoming = new Incoming(address, waiters);
        OpenSocket socket = engine.open(address.target(), incoming, deadline);
        WebSocketSession session =
                new WebSocketSession(address.endpoint(), waiters, incoming, socket, limits.lookAheadBytes());
        incoming.setUnclaimed(answer -> {
            if (answer instanceof Answer.Text text) {
                unclaimed.accept(session, text);
            } else if (answer instanceof Answer.Binary binary) {
                socket.recycle(binary.frame());
            }
        });
        return session;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** The longest message that can be sent. */
    int maxMessageBytes() {
        return socket.maxMessageBytes();
    }

    /** So many bytes of a result may be unread before no more are asked for. */
    int lookAheadBytes() {
        return lookAheadBytes;
    }

    boolean isOpen() {
        return waiters.end() == null;
    }

    /** As {@link io.tdspring.client.transport.Connection#isSilent}. */
    boolean isSilent() {
        return incoming.isSilent();
    }

    /** As {@link io.tdspring.client.transport.Connection#onEnd}. */
    void onEnd(Runnable listener) {
        waiters.onEnd(listener);
    }

    /** As {@link #call(Outgoing, Deadline)}, while connecting: if the answer is missing, connecting has failed. */
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
        return call(request, Function.identity(), deadline);
    }

    /**
     * As {@link #call(Outgoing, Deadline)}.
     *
     * @param reader reads the answer, on the thread that reads the socket
     */
    <T> T call(Outgoing request, Function<Answer, T> reader, Deadline deadline) {
        PendingCall<T> call = new PendingCall<>(request, reader);
        send(request, call, deadline);
        return await(call, deadline);
    }

    /** Sends a request for whose answer this thread is going to {@linkplain #await wait}. */
    PendingCall<Answer> start(Outgoing request, Deadline deadline) {
        PendingCall<Answer> call = new PendingCall<>(request, Function.identity());
        send(request, call, deadline);
        return call;
    }

    /** Waits for the answer to a request that has been sent; the exceptions are those of {@link #call}. */
    <T> T await(PendingCall<T> call, Deadline deadline) {
        try {
            if (!call.await(deadline) && missed(() -> withdraw(call.request()))) {
                throw unanswered(call.request(), deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (withdraw(call.request())) {
                throw new TdengineException("interrupted while waiting for " + call.request(), e);
            }
        }
        // If it could not be withdrawn the answer is there, and may hold a result that must not be lost.
        return call.outcome();
    }

    /**
     * Sends a request.
     *
     * @param deadline for its turn, if many bytes are under way
     * @return the answer to come; to be cancelled when it is no longer wanted
     */
    CompletableFuture<Answer> send(Outgoing request, Deadline deadline) {
        FutureAnswer answer = new FutureAnswer(this, request);
        send(request, answer, deadline);
        return answer;
    }

    private void send(Outgoing request, AnswerListener listener, Deadline deadline) {
        if (request.bytes() > maxMessageBytes()) {
            String message = request.what() + " of " + request.bytes() + " bytes is longer than " + maxMessageBytes()
                    + ", the most that can be sent";
            throw new TdengineProgrammingException(0, message, request.requestId(), null);
        }
        try {
            if (!waiters.add(request, listener, deadline)) {
                missed();
                throw unanswered(request, deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TdengineException("interrupted before " + request + " was sent", e);
        }
        sendAdded(request, deadline);
    }

    /**
     * As {@link #sendNext(Outgoing, AnswerListener, Deadline)}.
     *
     * @return the answer to come, or the failure; to be cancelled when it is no longer wanted
     */
    CompletableFuture<Answer> sendNext(Outgoing request, Deadline deadline) {
        FutureAnswer answer = new FutureAnswer(this, request);
        try {
            sendNext(request, answer, deadline);
        } catch (TdengineException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    /**
     * Sends a short request out of turn; made for the thread that reads the socket, which must not wait.
     *
     * @throws RequestNotSentException if the socket has ended; the listener may have been told as well
     */
    void sendNext(Outgoing request, AnswerListener listener, Deadline deadline) {
        waiters.addAtOnce(request, listener);
        sendAdded(request, deadline);
    }

    private void sendAdded(Outgoing request, Deadline deadline) {
        if (!isOpen()) {
            throw notSent(request);
        }
        if (!isTaken(request, deadline)) {
            waiters.endAll(new Waiters.End("the connection to " + endpoint + " takes no more requests", null));
            throw notSent(request);
        }
        log.debug("sent {} to {}", request, endpoint);
    }

    private boolean isTaken(Outgoing request, Deadline deadline) {
        try {
            return request.sendOver(socket, deadline);
        } catch (TdengineTimeoutException e) {
            missed(() -> withdraw(request));
            throw unanswered(request, deadline);
        } catch (TdengineException e) {
            withdraw(request);
            throw e;
        }
    }

    private RequestNotSentException notSent(Outgoing request) {
        withdraw(request);
        Waiters.End end = waiters.end();
        String why = end == null ? "the connection to " + endpoint + " has ended" : end.why();
        return new RequestNotSentException(why, request.requestId(), end == null ? null : end.cause());
    }

    /** Lets a request wait no longer; false if its listener has been told of its end, or is being told now. */
    boolean withdraw(Outgoing request) {
        return waiters.withdraw(request);
    }

    /** To be called with an answer that nobody wants any more. */
    void drop(Answer answer) {
        incoming.drop(answer);
    }

    /** Sends what has no answer and is in no hurry, if the socket is still there. Does not wait. */
    void tellLater(TextRequest request) {
        if (isOpen()) {
            socket.sendTextLater(request.toJson());
        }
    }

    /** Gives back the memory of an answer in bytes. */
    void recycle(ByteBuffer frame) {
        socket.recycle(frame);
    }

    /** What to throw when the deadline of a request has passed. */
    TdengineTimeoutException unanswered(Outgoing request, Deadline deadline) {
        String message = endpoint + " did not answer " + request.what() + " within " + deadline;
        return new TdengineTimeoutException(0, message, request.requestId(), null);
    }

    /** Takes note that an answer has not come in time. */
    void missed() {
        incoming.missed();
    }

    /** As {@link #missed()}, unless the withdrawal says that the answer has come. */
    boolean missed(BooleanSupplier withdrawal) {
        return incoming.missed(withdrawal);
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
