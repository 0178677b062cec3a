// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.log.LogAccessor;

/** Does what a container's {@link SeekPolicy} wants when vgroups come and go, by way of the consumers' queues. Thread-safe. */
final class SeekCalls {

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(SeekCalls.class));
    private final String listenerId;
    private final SeekPolicy policy;

    /** Those that have been read from their initial offset since the start. */
    private final Set<TopicVgroup> begun = ConcurrentHashMap.newKeySet();

    SeekCalls(String listenerId, SeekPolicy policy) {
        this.listenerId = listenerId;
        this.policy = policy;
    }

    void assigned(SeekQueue queue, Map<TopicVgroup, VgroupAssignment> vgroups) {
        vgroups.forEach((vgroup, range) -> {
            if (policy.initialOffset() != InitialOffset.COMMITTED && begun.add(vgroup)) {
                long offset = policy.initialOffset() == InitialOffset.EARLIEST ? range.begin() : range.end();
                call(queue, "the initial offset", seeker -> seeker.seek(vgroup.topic(), vgroup.vgroupId(), offset));
            }
        });
        TdConsumerSeekAware aware = policy.aware();
        if (aware != null && !vgroups.isEmpty()) {
            call(queue, "onVgroupsAssigned", seeker -> aware.onVgroupsAssigned(vgroups, seeker));
        }
    }

    void revoked(SeekQueue queue, Set<TopicVgroup> vgroups) {
        TdConsumerSeekAware aware = policy.aware();
        if (aware != null && !vgroups.isEmpty()) {
            call(queue, "onVgroupsRevoked", seeker -> aware.onVgroupsRevoked(vgroups));
        }
    }

    void idle(SeekQueue queue) {
        TdConsumerSeekAware aware = policy.aware();
        if (aware != null) {
            call(queue, "onIdle", aware::onIdle);
        }
    }

    /** What fails must not end the consumer. */
    private void call(SeekQueue queue, String what, Consumer<TdConsumerSeeker> seek) {
        CompletableFuture<Void> unused = queue.add(seek).whenComplete((done, failure) -> {
            if (failure != null) {
                log.warn(failure, () -> what + " of listener " + listenerId + " failed");
            }
        });
    }
}
