// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTmqException;
import java.util.List;
import java.util.Set;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.log.LogAccessor;

/** Has consumers join their group for a container's topics, or for those of them that there are. Thread-safe. */
final class TopicJoin {

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(TopicJoin.class));
    private final ContainerSettings settings;
    private final ConsumerFactory consumers;

    TopicJoin(ContainerSettings settings, ConsumerFactory consumers) {
        this.settings = settings;
        this.consumers = consumers;
    }

    /** Fails as the consumer does, but names the topics that are missing. */
    void join(TmqConsumer consumer) {
        try {
            consumer.subscribe(settings.topics());
        } catch (TdengineException e) {
            if (FailureKind.of(e) != FailureKind.MISSING_TOPIC) {
                throw e;
            }
            joinOthers(consumer, e);
        }
    }

    private void joinOthers(TmqConsumer consumer, TdengineException failure) {
        List<String> missing = missing(failure);
        List<String> others = settings.topics().stream()
                .filter(topic -> !missing.contains(topic))
                .toList();
        if (missing.isEmpty()) {
            throw failure;
        }
        if (settings.joining().missingTopics() != MissingTopics.IGNORE || others.isEmpty()) {
            String message = "Topic not exist: " + String.join(", ", missing);
            throw new TdengineTmqException(failure.rawCode(), message, failure.requestId(), failure);
        }
        log.warn(() -> "Listener " + settings.id() + " goes on without topics that do not exist: " + missing);
        consumer.subscribe(others);
    }

    /** Empty if nobody knows; a server that cannot tell has said before that something is missing. */
    private List<String> missing(TdengineException failure) {
        try {
            Set<String> existing = consumers.existingTopics().orElse(Set.copyOf(settings.topics()));
            return settings.topics().stream()
                    .filter(topic -> !existing.contains(topic))
                    .toList();
        } catch (TdengineException e) {
            failure.addSuppressed(e);
            return List.of();
        }
    }
}
