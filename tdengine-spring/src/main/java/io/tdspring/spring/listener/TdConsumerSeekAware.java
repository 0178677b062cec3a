// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import java.util.Map;
import java.util.Set;

/**
 * Implemented by a bean with listeners that wants to choose where they read. What it throws is logged. But for {@link
 * #registerSeeks}, its methods are called on the thread of the consumer that they are about, between two messages; a bean
 * whose container has several consumers is called by all of them.
 */
public interface TdConsumerSeekAware {

    /**
     * Gives what other threads may seek with; called once, when the container is made.
     *
     * @param listenerId of the container
     */
    default void registerSeeks(String listenerId, ContainerSeeks seeks) {}

    /**
     * Vgroups have come to a consumer, which hands nothing of them on before this has returned.
     *
     * @param assigned with the ranges of their logs, which are known
     * @param seeker of that consumer, to be used during the call
     */
    default void onVgroupsAssigned(Map<TopicVgroup, VgroupAssignment> assigned, TdConsumerSeeker seeker) {}

    /** Vgroups have gone from a consumer, to another member of the group as a rule; it cannot seek them any more. */
    default void onVgroupsRevoked(Set<TopicVgroup> revoked) {}

    /**
     * A consumer has got nothing for {@link ContainerSettings#idleAfter}; called once until it gets something.
     *
     * @param seeker of that consumer, to be used during the call
     */
    default void onIdle(TdConsumerSeeker seeker) {}
}
