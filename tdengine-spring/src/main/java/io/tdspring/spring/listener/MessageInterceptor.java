// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqMessage;
import java.util.List;

/**
 * Stands around each call of a message listener, on the consumer's thread: to set up and clear what the thread holds, to
 * measure, or to pass messages over.
 *
 * <p>It is called again for each attempt at the same messages. What it throws is a failure of the message, as if its listener
 * had thrown it; beside a failure of the listener it is added to that. Must be safe for use by the threads of all consumers.
 */
public interface MessageInterceptor {

    /**
     * Before the listener.
     *
     * @return false to pass the messages over: they count as handled
     */
    default boolean before(List<TmqMessage> messages) {
        return true;
    }

    /** The listener has returned. */
    default void succeeded(List<TmqMessage> messages) {}

    /** The listener has failed. */
    default void failed(List<TmqMessage> messages, Throwable failure) {}

    /** At the end, whatever happened since {@link #before} was called. */
    default void after(List<TmqMessage> messages) {}
}
