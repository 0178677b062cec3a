// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;

/**
 * How a listener in {@link AckMode#MANUAL} says that it has handled what it was called with: a row, the rows of a message, a
 * block, or a message. A parameter of this type is given to a listener method, another one for each call.
 *
 * <p>A message is committed when its listener has returned, all calls for it have been acknowledged, and all messages before
 * it in its vgroup may be committed: what is acknowledged out of order waits, and comes again after a crash. A call that
 * failed and was given up needs no acknowledgment.
 *
 * <p>An index counts the rows of the list that a batch listener was called with, from 0. All rows of a message lie at one
 * offset, so a part of them is not committed: it is remembered as long as the consumer has the message in hand, and comes again
 * after a crash.
 */
public interface Acknowledgment {

    /** Says that it is handled, on any thread. Saying so twice does no harm. */
    void acknowledge();

    /**
     * Says that the rows up to an index are handled: if the call fails later, and does not say itself where, the list is
     * handed on again behind them; of a call that fails behind its last row, that row. The index of the last row acknowledges
     * the call; else {@link #acknowledge()} has to follow. To be called on the listener's thread, during the call.
     *
     * @param index of the last handled row; one lower than before changes nothing
     * @throws IllegalArgumentException if the list has no such row
     * @throws IllegalStateException if there is no list, on another thread, or after the call
     */
    void acknowledge(int index);

    /**
     * Has the message come again after a pause, with all that follow in its vgroup. When the listener returns from this call,
     * rows behind it are not handed on. To be called on the listener's thread, during the call.
     *
     * @param pause less than the group's {@code max.poll.interval.ms}
     * @throws IllegalArgumentException if the pause is negative
     * @throws IllegalStateException on another thread, or after the call
     */
    void nack(Duration pause);

    /**
     * Says that the rows before an index are handled, and has that row and those behind it come again after a pause, by
     * another call. They are kept in memory meanwhile; if the pause is longer than a message may be held ({@link
     * DeliveryPolicy#holdTime}), the whole message comes again, as by {@link #nack(Duration)}. If the call fails after that, the
     * error handler decides instead. To be called on the listener's thread, during the call.
     *
     * @param index of the first row that is to come again
     * @param pause less than the group's {@code max.poll.interval.ms}
     * @throws IllegalArgumentException if the list has no such row, or the pause is negative
     * @throws IllegalStateException if there is no list, on another thread, or after the call
     */
    void nack(int index, Duration pause);
}
