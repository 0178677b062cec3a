// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a message that is handed on. Confined to the listener's thread, but for the acknowledgments that it gives
 * out.
 */
public final class ListenerContext {

    private final TdConsumerSeeker seeker;
    private final HandledMessages.@Nullable Entry acknowledged;
    private @Nullable Nack nack;
    private IntUnaryOperator attempts = row -> 1;

    private ListenerContext(TdConsumerSeeker seeker, HandledMessages.@Nullable Entry acknowledged) {
        this.seeker = seeker;
        this.acknowledged = acknowledged;
    }

    /** Of a container that commits what its listener has returned from. */
    public static ListenerContext of(TdConsumerSeeker seeker) {
        return new ListenerContext(seeker, null);
    }

    /** Of a container that commits what its listener has acknowledged. */
    static ListenerContext manual(TdConsumerSeeker seeker, HandledMessages.Entry message) {
        return new ListenerContext(seeker, message);
    }

    /** Seeks and assignment of the consumer that received the message. */
    public TdConsumerSeeker seeker() {
        return seeker;
    }

    /**
     * How often a row, or what begins with it, has been handed on with this time, from 1; redeliveries to the same consumer
     * count on.
     *
     * @param row counted over all blocks of the message
     */
    public int attempt(int row) {
        return attempts.applyAsInt(row);
    }

    void countAttemptsBy(IntUnaryOperator newAttempts) {
        attempts = newAttempts;
    }

    /**
     * The acknowledgment of one call of the listener; the message waits for it.
     *
     * @param rows of the call, to which an index in the acknowledgment belongs
     * @throws IllegalStateException if the container does not commit what its listener acknowledges
     */
    public Call beginCall(BatchRows rows) {
        if (acknowledged == null) {
            throw new IllegalStateException(
                    "there is nothing to acknowledge: set the ack mode to MANUAL or MANUAL_IMMEDIATE");
        }
        return new Call(acknowledged.begin(), rows);
    }

    /** Whether a call has asked for the message to come again, so that nothing more of it is to be handed on. */
    public boolean isNacked() {
        return nack != null;
    }

    Optional<Nack> nack() {
        return Optional.ofNullable(nack);
    }

    /** Forgets that a part of the message was to come again: it comes now, or something else was decided about it. */
    void forgetPartialNack() {
        if (nack != null && nack.row().isPresent()) {
            nack = null;
        }
    }

    /** An acknowledgment that its caller can take back. Thread-safe as {@link Acknowledgment} is. */
    public final class Call implements Acknowledgment {

        private final HandledMessages.Part part;
        private final BatchRows rows;
        private final AtomicBoolean ended = new AtomicBoolean();

        /** The listener's until it returns; null then. */
        private volatile @Nullable Thread thread = Thread.currentThread();

        private Call(HandledMessages.Part part, BatchRows rows) {
            this.part = part;
            this.rows = rows;
        }

        @Override
        public void acknowledge() {
            if (ended.compareAndSet(false, true)) {
                part.done();
            }
        }

        @Override
        public void acknowledge(int index) {
            requireDuringCall();
            if (rows.handledUpTo(index)) {
                acknowledge();
            }
        }

        /** Has nobody wait for it: the call failed, and will be repeated or is given up. */
        public void withdraw() {
            acknowledge();
        }

        /** The listener has returned, so that it is too late for all but {@link #acknowledge()}. */
        public void returned() {
            thread = null;
        }

        @Override
        public void nack(Duration pause) {
            requireDuringCall();
            nack = new Nack(pause, OptionalInt.empty());
        }

        @Override
        public void nack(int index, Duration pause) {
            requireDuringCall();
            nack = new Nack(pause, OptionalInt.of(rows.handledBefore(index)));
            // The call that comes for these rows has an acknowledgment of its own.
            withdraw();
        }

        private void requireDuringCall() {
            if (Thread.currentThread() != thread) {
                throw new IllegalStateException("only the listener's thread can do this, and only until the listener"
                        + " returns; other threads can acknowledge() the whole call");
            }
        }
    }
}
