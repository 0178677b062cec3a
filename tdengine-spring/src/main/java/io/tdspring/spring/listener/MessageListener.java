// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqMessage;

/** Takes the rows of one message after the other. Called by one thread for each consumer of the container. */
@FunctionalInterface
public interface MessageListener {

    /**
     * Takes the rows of a message.
     *
     * @param firstRow where to begin, counted over all blocks of the message: 0, or where the last attempt failed
     * @param context seeks, assignment and acknowledgments of the consumer that received the message
     * @throws ListenerFailedException if a row could not be handled; it names the row at which to begin again
     */
    void onMessage(TmqMessage message, int firstRow, ListenerContext context);
}
