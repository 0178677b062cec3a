// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.TdengineSession;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What containers ask their server otherwise than by consuming. Thread-safe.
 *
 * @param client null if there is none to ask by: then nothing is known
 */
record ServerQuestions(@Nullable TdengineClient client) {

    private static final String TOPICS = "SELECT topic_name FROM information_schema.ins_topics";

    /** As {@link io.tdspring.spring.listener.ConsumerFactory#tryLogin}; an open connection of the client's would prove nothing. */
    void tryLogin() {
        if (client != null) {
            try (TdengineSession session = client.newSession().database(null).open()) {
                session.ping();
            }
        }
    }

    /** As {@link io.tdspring.spring.listener.ConsumerFactory#existingTopics}. */
    Optional<Set<String>> topics() {
        if (client == null) {
            return Optional.empty();
        }
        Set<String> topics = new HashSet<>();
        try (QueryResult result = client.query(TOPICS)) {
            result.forEachBlock(block -> {
                for (int row = 0; row < block.rows(); row++) {
                    topics.add(String.valueOf(block.row(row).getString(0)));
                }
            });
        }
        return Optional.of(topics);
    }
}
