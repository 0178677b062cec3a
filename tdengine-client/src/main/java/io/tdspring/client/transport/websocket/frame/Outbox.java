// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import io.tdspring.client.transport.Deadline;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTimeoutException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to write on a socket, one frame after the other. Thread-safe.
 *
 * <p>Callers write on their own threads, one at a time. The thread that reads the socket never waits for them: what it
 * sends is queued, and leaves together with what others write, or when all that has been read is dealt with. Nor does it
 * wait for the peer: it writes only what fits into the memory between the two for certain. If too much is uncertain another
 * thread writes for it, and a ping behind.
 */
final class Outbox {

    private static final int MAX_LEFT_BYTES = 4 << 10;

    private final FrameSender sender; // guarded by lock
    private final Executor threads;
    private final Duration patience;
    private final SendQueue queue = new SendQueue();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Deadline writing; // written under lock

    /**
     * @param threads write for the reading thread
     * @param patience how long it may take to write what waits for nobody's deadline
     */
    Outbox(FrameSender sender, Executor threads, Duration patience) {
        this.sender = sender;
        this.threads = threads;
        this.patience = patience;
    }

    /**
     * Writes a frame when its turn has come; not to be called by the reading thread. A short one is left to the thread
     * whose turn it is, which sends all that it finds together.
     *
     * @return false if nothing of it was sent since the socket has ended
     * @throws TdengineTimeoutException if its turn has not come until its deadline, and it is not sent
     */
    boolean send(OutgoingFrame frame) {
        if (!lock.tryLock()) {
            if (!sender.isClosed() && isLeft(frame) && queue.add(frame)) {
                flush();
                // It may have been sent even if the socket has ended meanwhile.
                return true;
            }
            awaitTurn(frame.deadline());
        }
        try {
            if (sender.isClosed()) {
                return false;
            }
            writing = frame.deadline();
            boolean any = sender.writeMessages(queue);
            sender.write(frame);
            sender.sendAll(queue, any);
        } finally {
            writing = null;
            lock.unlock();
        }
        flush();
        return true;
    }

    // The reading thread, which cannot wait, needs room in the queue however much others have to say.
    private boolean isLeft(OutgoingFrame frame) {
        return frame.length() <= MAX_LEFT_BYTES && queue.bytes() < SendQueue.MAX_BYTES / 2;
    }

    private void awaitTurn(Deadline deadline) {
        try {
            if (!lock.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw new TdengineTimeoutException("other messages were being sent for " + deadline, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TdengineException("interrupted before a message was sent", e);
        }
    }

    /**
     * Takes a frame of the reading thread, which alone may call this.
     *
     * @return false if nothing of it will be sent since the socket has ended
     */
    boolean sendSoon(OutgoingFrame frame) {
        if (sender.isClosed()) {
            return false;
        }
        add(frame);
        return true;
    }

    /** Sends what waits, without waiting itself; to be called by the reading thread alone, before it waits for the peer. */
    void flushSoon() {
        while (!queue.isEmpty()) {
            if (!isCertainOfRoom()) {
                flushElsewhere();
                return;
            }
            if (!lock.tryLock()) {
                return; // its holder finds what waits
            }
            try {
                // Others may have written before the lock was free.
                if (isCertainOfRoom()) {
                    writing = Deadline.after(patience);
                    sender.sendCertain(queue);
                }
            } finally {
                writing = null;
                lock.unlock();
            }
        }
    }

    private void add(OutgoingFrame frame) {
        if (!queue.add(frame)) {
            sender.fail(new IOException("more than " + SendQueue.MAX_BYTES + " bytes wait to be sent"));
        }
    }

    /** Leaves a frame to be sent with the next one, or by {@link #flushLeft}. */
    void sendLater(OutgoingFrame frame) {
        if (!sender.isClosed()) {
            add(frame);
        }
    }

    /** Has what was left be sent, without waiting; to be called from time to time. */
    void flushLeft() {
        if (!queue.isEmpty()) {
            flushElsewhere();
        }
    }

    /** Answers a ping, as {@link #sendSoon} does. */
    void pong(ByteBuffer payload) {
        queue.setPong(new OutgoingFrame(FrameHeader.PONG, Deadline.after(patience), payload));
    }

    /**
     * Has a ping sent, without waiting.
     *
     * @return false if it is not, since a message is being written, whose deadline says as much
     */
    boolean ping() {
        if (lock.isLocked()) {
            return false;
        }
        queue.askForPing();
        flushElsewhere();
        return true;
    }

    private boolean isCertainOfRoom() {
        return sender.isCertainOfRoom(queue.bytes());
    }

    private void flushElsewhere() {
        try {
            threads.execute(this::flush);
        } catch (RejectedExecutionException e) {
            sender.fail(new IOException("the engine was closed", e));
        }
    }

    // Who has added something finds the lock free, or its holder finds that something here.
    private void flush() {
        while (!queue.isEmpty() && lock.tryLock()) {
            try {
                writing = Deadline.after(patience);
                sender.sendAll(queue, false);
            } finally {
                writing = null;
                lock.unlock();
            }
        }
    }

    /** Whether a frame is being written whose deadline has passed, and the peer takes nothing of it. */
    boolean isStuck() {
        Deadline deadline = writing;
        return deadline != null && deadline.isOver() && sender.isStuck();
    }

    /** Frees memory, after the streams have been cut. */
    void release() {
        sender.shut();
        lock.lock();
        try {
            sender.release();
        } finally {
            lock.unlock();
        }
    }
}
