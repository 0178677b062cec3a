// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import java.util.List;
import java.util.Set;

/** Looks on while one consumer of a container works; on the consumer's thread, so it may use the consumer, but not for long. */
interface LoopObserver {

    /** The consumer has joined its group; nothing has been polled yet. */
    default void subscribed(TmqConsumer consumer) {}

    /**
     * Messages have come, and are about to be handed on.
     *
     * @return vgroups whose position has been moved, so that their messages come again
     */
    default Set<TopicVgroup> arrived(TmqConsumer consumer, List<TmqMessage> messages) {
        return Set.of();
    }

    /** The server has refused something since a vgroup belongs to another consumer. */
    default void vgroupLost(TmqConsumer consumer) {}

    /**
     * All that one poll brought has been handed on.
     *
     * @param messages how many; 0 if there was nothing
     */
    default void turned(TmqConsumer consumer, int messages) {}

    /** The consumer has begun to hand nothing on, or goes on. */
    default void paused(boolean isPaused) {}

    /** The consumer is about to be closed, or has failed. */
    default void closing() {}
}
