// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.direct;

import io.tdspring.client.transport.Deadline;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTimeoutException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What goes out on a socket, one frame after the other. Thread-safe.
 *
 * <p>Callers write on their own threads, one at a time. The thread that reads the socket never waits for them: what it
 * sends while another thread writes is queued, and sent by that thread before it goes. Nor does it wait for the peer: it
 * writes only what fits into the memory between the two for certain. What has certainly arrived is known from the answers
 * to pings, whose payload is the number of bytes sent before. If too much is uncertain another thread writes for it, and
 * a ping behind.
 */
final class Outbox {

    /** So much of what was sent has room in the buffers of two operating systems, even of one. */
    private static final int CERTAIN_ROOM = 64 << 10;

    private static final int MAX_QUEUED_BYTES = 1 << 20;
    private static final int MAX_LEFT_BYTES = 4 << 10;

    private final FrameWriter writer; // guarded by lock
    private final @Nullable Deflation deflation; // guarded by lock
    private final Executor threads;
    private final Duration patience;
    private final Consumer<IOException> onFailure;
    private final ReentrantLock lock = new ReentrantLock();

    private final Queue<OutgoingFrame> queued = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queuedBytes = new AtomicInteger();
    private final AtomicReference<@Nullable OutgoingFrame> pongDue = new AtomicReference<>();

    private volatile boolean pingDue;
    private volatile long sentBytes; // written under lock
    private volatile long arrivedBytes; // written by the reading thread
    private long askedBytes; // guarded by lock
    private volatile @Nullable Deadline writing; // written under lock
    private volatile boolean closed;

    /**
     * @param deflation null if compression was not agreed upon; closed with this
     * @param threads write for the reading thread
     * @param patience how long it may take to write what waits for nobody's deadline
     * @param onFailure told when writing has failed, once
     */
    Outbox(
            FrameWriter writer,
            @Nullable Deflation deflation,
            Executor threads,
            Duration patience,
            Consumer<IOException> onFailure) {
        this.writer = writer;
        this.deflation = deflation;
        this.threads = threads;
        this.patience = patience;
        this.onFailure = onFailure;
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
            if (!closed && frame.length() <= MAX_LEFT_BYTES && enqueue(frame)) {
                flush();
                // It may have been sent even if the socket has ended meanwhile.
                return true;
            }
            awaitTurn(frame.deadline());
        }
        try {
            if (closed) {
                return false;
            }
            writing = frame.deadline();
            boolean any = writeQueued();
            write(frame);
            writeDue(any);
        } finally {
            writing = null;
            lock.unlock();
        }
        flush();
        return true;
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
     * Sends a frame without waiting; to be called by the reading thread alone.
     *
     * @return false if nothing of it will be sent since the socket has ended
     */
    boolean sendSoon(OutgoingFrame frame) {
        if (closed) {
            return false;
        }
        if (!isDue() && isCertainOfRoom(frame.length()) && lock.tryLock()) {
            try {
                writing = frame.deadline();
                write(frame);
                send();
            } finally {
                writing = null;
                lock.unlock();
            }
        } else if (!enqueue(frame)) {
            fail(tooMuchQueued());
        }
        flushSoon();
        return true;
    }

    private static IOException tooMuchQueued() {
        return new IOException("more than " + MAX_QUEUED_BYTES + " bytes wait to be sent");
    }

    /** Leaves a frame to be sent with the next one, or by {@link #flushLeft}. */
    void sendLater(OutgoingFrame frame) {
        if (!closed && !enqueue(frame)) {
            fail(tooMuchQueued());
        }
    }

    /** Has what was left be sent, without waiting; to be called from time to time. */
    void flushLeft() {
        if (isDue()) {
            flushElsewhere();
        }
    }

    private boolean enqueue(OutgoingFrame frame) {
        long bytes = frame.length();
        if (bytes > MAX_QUEUED_BYTES - queuedBytes.get()) {
            return false;
        }
        queuedBytes.addAndGet((int) bytes);
        return queued.add(frame.copy());
    }

    /** Answers a ping; to be called by the reading thread alone. Only the latest has to be answered (RFC 6455, 5.5.3). */
    void pong(ByteBuffer payload) {
        pongDue.set(new OutgoingFrame(FrameHeader.PONG, Deadline.after(patience), payload).copy());
        flushSoon();
    }

    /** Takes the answer to a ping; to be called by the reading thread alone. */
    void onPong(ByteBuffer payload) {
        if (payload.remaining() == Long.BYTES) {
            long bytes = payload.getLong();
            if (bytes > arrivedBytes && bytes <= sentBytes) {
                arrivedBytes = bytes;
            }
        }
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
        pingDue = true;
        flushElsewhere();
        return true;
    }

    private boolean isDue() {
        return !queued.isEmpty() || pongDue.get() != null || pingDue;
    }

    private boolean isCertainOfRoom(long bytes) {
        return sentBytes - arrivedBytes + bytes + queuedBytes.get() <= CERTAIN_ROOM;
    }

    private void flushSoon() {
        if (isDue() && isCertainOfRoom(0)) {
            flush();
        } else if (isDue()) {
            flushElsewhere();
        }
    }

    private void flushElsewhere() {
        try {
            threads.execute(this::flush);
        } catch (RejectedExecutionException e) {
            fail(new IOException("the engine was closed", e));
        }
    }

    // Who has added something finds the lock free, or its holder finds that something here.
    private void flush() {
        while (isDue() && lock.tryLock()) {
            try {
                writing = Deadline.after(patience);
                writeDue(false);
            } finally {
                writing = null;
                lock.unlock();
            }
        }
    }

    /** What was queued before is sent before. */
    private boolean writeQueued() {
        boolean any = false;
        for (OutgoingFrame next = queued.poll(); next != null; next = queued.poll()) {
            any = true;
            write(next);
            queuedBytes.addAndGet((int) -next.length());
        }
        return any;
    }

    private void writeDue(boolean queuedBefore) {
        boolean any = queuedBefore;
        OutgoingFrame pong = pongDue.getAndSet(null);
        if (pong != null) {
            any = true;
            write(pong);
        }
        any |= writeQueued();
        if (pingDue || (any && sentBytes - askedBytes > CERTAIN_ROOM / 2)) {
            pingDue = false;
            askedBytes = sentBytes;
            ByteBuffer payload = ByteBuffer.allocate(Long.BYTES).putLong(0, sentBytes);
            write(new OutgoingFrame(FrameHeader.PING, Deadline.after(patience), payload));
        }
        send();
    }

    private void send() {
        try {
            writer.flush();
        } catch (IOException e) {
            fail(e);
        }
    }

    private void write(OutgoingFrame frame) {
        if (closed) {
            return;
        }
        try {
            int first = frame.opcode();
            if (deflation != null && !frame.isControl() && frame.length() >= Deflation.MIN_BYTES) {
                writer.write(first | FrameHeader.RSV1, deflation.deflate(frame.parts()));
            } else {
                writer.write(first, frame.parts());
            }
            sentBytes = writer.writtenBytes();
            closed = closed || frame.opcode() == FrameHeader.CLOSE;
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException cause) {
        closed = true;
        onFailure.accept(cause);
    }

    /** Whether a frame is being written whose deadline has passed, and the peer takes nothing of it. */
    boolean isStuck() {
        Deadline deadline = writing;
        return deadline != null && deadline.isOver() && writer.isStuck();
    }

    /** Sends nothing any more. */
    void shut() {
        closed = true;
    }

    /** Frees memory, after the streams have been cut. */
    void release() {
        closed = true;
        lock.lock();
        try {
            if (deflation != null) {
                deflation.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
