// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.RequestNotSentException;
import io.tdspring.client.transport.websocket.UnreadBlocks.Fetched;
import io.tdspring.error.Call;
import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineResultException;
import io.tdspring.protocol.ws.FetchRawBlock;
import io.tdspring.protocol.ws.FetchedBlock;
import io.tdspring.protocol.ws.FreeResult;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the blocks of one result ahead of the thread that reads them. Thread-safe.
 *
 * <p>The first fetch may be sent as soon as there is a result. The second waits until a second block is asked for, so that
 * a short query need not ask for its end; from then on the thread that reads the socket sends the next one when a block has
 * arrived, while fewer bytes than the session allows are unread. Never are two under way: the server mixes up the blocks of
 * such a result.
 */
final class BlockFetches implements AnswerListener, Prefetching {

    /** What the server has of the result. */
    private enum State {
        HELD,
        FREED
    }

    private final WebSocketSession session;
    private final long resultId;
    private final long queryId;
    private final Duration timeout;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final UnreadBlocks unread = new UnreadBlocks(); // this and the following guarded by lock
    private int asked;
    private int fetches;
    private @Nullable Outgoing underWay;
    private State state = State.HELD;
    private @Nullable TdengineException failure;
    /** Why the rest was given up; no exception yet, since nearly always nobody asks. */
    private @Nullable String givenUp;

    private @Nullable Runnable whenFetched;
    private @Nullable Runnable whenQuiet;
    private boolean isTracked;
    /** Under way when the rest was given up, if its answer is waited for all the same. */
    private @Nullable Outgoing lastFetch;

    /**
     * @param queryId the request by which the result was made
     * @param timeout for each block
     */
    BlockFetches(WebSocketSession session, long resultId, long queryId, Duration timeout) {
        this.session = session;
        this.resultId = resultId;
        this.queryId = queryId;
        this.timeout = timeout;
    }

    /** Has a fetch be waited for to its end though the rest has been given up; to be called before the first one. */
    void keepTrack() {
        lock.lock();
        try {
            isTracked = true;
        } finally {
            lock.unlock();
        }
    }

    /** Sends the first fetch. */
    void begin() {
        send(nextFetch(0), Deadline.after(timeout));
    }

    @Override
    public void whenFetched(Runnable listener) {
        lock.lock();
        try {
            if (underWay != null) {
                whenFetched = listener;
                return;
            }
        } finally {
            lock.unlock();
        }
        listener.run();
    }

    /**
     * Waits for the next block.
     *
     * @return null if there is none any more
     * @throws TdengineException if there is none because of a failure
     */
    @Nullable
    Fetched take() {
        Deadline deadline = Deadline.after(timeout);
        send(nextFetch(1), deadline);
        Fetched next = await(deadline);
        if (next != null) {
            send(nextFetch(0), deadline);
        }
        return next;
    }

    /** The fetch to be sent now, or null. */
    private @Nullable Outgoing nextFetch(int newlyAsked) {
        lock.lock();
        try {
            asked += newlyAsked;
            boolean wanted = fetches == 0 || (asked > 1 && unread.bytes() < session.lookAheadBytes());
            if (!wanted || underWay != null || state == State.FREED || failure != null) {
                return null;
            }
            fetches++;
            long id = RequestIds.next();
            String what = FetchRawBlock.ACTION + " for request " + RequestIds.text(queryId);
            underWay = Outgoing.of(what, id, new FetchRawBlock(id, resultId));
            return underWay;
        } finally {
            lock.unlock();
        }
    }

    // Without the lock, for which the thread that reads the socket may be waiting.
    private void send(@Nullable Outgoing fetch, Deadline deadline) {
        if (fetch == null) {
            return;
        }
        try {
            session.sendNext(fetch, this, deadline);
        } catch (RequestNotSentException e) {
            String message =
                    "the rows of request " + RequestIds.text(queryId) + " cannot be fetched: " + e.getMessage();
            onFailure(new TdengineConnectionException(message, e));
        } catch (TdengineException e) {
            onFailure(e);
        }
    }

    private @Nullable Fetched await(Deadline deadline) {
        lock.lock();
        try {
            while (unread.isEmpty() && failure == null && underWay != null) {
                long nanos = deadline.remainingNanos();
                if (nanos == 0) {
                    session.missed();
                    throw session.unanswered(underWay, deadline);
                }
                changed.awaitNanos(nanos);
            }
            if (unread.isEmpty() && givenUp != null) {
                throw new TdengineResultException(0, givenUp, queryId, null);
            }
            if (unread.isEmpty() && failure != null) {
                failure.fillInStackTrace();
                throw failure;
            }
            return unread.poll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TdengineException("interrupted while waiting for rows of request " + RequestIds.text(queryId), e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onAnswer(Answer answer) {
        try {
            ByteBuffer frame = answer.asFrame(Call.QUERY);
            arrived(frame, FetchedBlock.read(frame));
        } catch (TdengineException e) {
            onFailure(e);
            return;
        }
        send(nextFetch(0), Deadline.after(timeout));
        tellListeners();
    }

    private void tellListeners() {
        Runnable fetched;
        Runnable quiet = null;
        lock.lock();
        try {
            fetched = whenFetched;
            whenFetched = null;
            if (underWay == null && lastFetch == null) {
                quiet = whenQuiet;
                whenQuiet = null;
            }
        } finally {
            lock.unlock();
        }
        if (fetched != null) {
            fetched.run();
        }
        if (quiet != null) {
            quiet.run();
        }
    }

    private void arrived(ByteBuffer frame, FetchedBlock fetched) {
        lock.lock();
        try {
            underWay = null;
            lastFetch = null;
            if (state == State.HELD && fetched instanceof FetchedBlock.Rows rows) {
                unread.add(new Fetched(frame, rows.block()));
            } else {
                state = State.FREED;
                session.recycle(frame);
            }
            if (fetched instanceof FetchedBlock.Failed failed && failure == null) {
                failure = ErrorCodes.toException(Call.QUERY, failed.code(), failed.message(), queryId);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onFailure(TdengineException reason) {
        lock.lock();
        try {
            underWay = null;
            lastFetch = null;
            failure = failure == null ? reason : failure;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        tellListeners();
    }

    /** Gives up the rest; who waits for a block fails at once, as does who asks for one. Idempotent. */
    void cancel() {
        free("the result was cancelled");
    }

    /** Gives up the rest; nobody may ask for a block any more. Idempotent, and waits for nothing. */
    void close() {
        free("the result was closed");
    }

    /** As {@link #close}, and has this run as soon as no fetch is under way of which this {@linkplain #keepTrack keeps track}. */
    void closeThen(Runnable quiet) {
        lock.lock();
        try {
            whenQuiet = quiet;
        } finally {
            lock.unlock();
        }
        close();
        tellListeners();
    }

    private void free(String reason) {
        Outgoing fetch;
        boolean held;
        lock.lock();
        try {
            fetch = isTracked ? null : underWay;
            lastFetch = isTracked && underWay != null ? underWay : lastFetch;
            held = state == State.HELD;
            state = State.FREED;
            if (failure == null && givenUp == null && (held || !unread.isEmpty())) {
                givenUp = reason;
            }
            underWay = null;
            unread.drop(each -> session.recycle(each.frame()));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (fetch != null) {
            session.withdraw(fetch);
        }
        if (held) {
            session.tellLater(new FreeResult(RequestIds.next(), resultId));
        }
    }
}
