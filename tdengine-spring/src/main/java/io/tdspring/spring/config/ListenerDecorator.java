// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import io.tdspring.spring.listener.MessageListener;

/**
 * Puts something around the listeners of a factory's containers, to measure them say: {@link
 * TdTopicListenerContainerFactory#withDecorator}.
 */
@FunctionalInterface
public interface ListenerDecorator {

    /**
     * What the container calls in place of a listener; it must pass on all messages and what the listener throws.
     *
     * @param endpoint for which the container is made
     * @param groupId of the container's consumers
     */
    MessageListener decorate(TdTopicListenerEndpoint endpoint, String groupId, MessageListener listener);
}
