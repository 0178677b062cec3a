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
 */
public interface Acknowledgment {

    /** Says that it is handled, on any thread. Saying so twice does no harm. */
    void acknowledge();

    /**
     * Has the message come again after a pause, with all that follow in its vgroup. When the listener returns from this call,
     * rows behind it are not handed on. To be called on the listener's thread, during the call.
     *
     * @param pause less than the group's {@code max.poll.interval.ms}
     * @throws IllegalArgumentException if the pause is negative
     */
    void nack(Duration pause);
}
