// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import io.tdspring.spring.listener.AckMode;
import io.tdspring.spring.listener.RowFilter;
import io.tdspring.spring.listener.adapter.ListenerTarget;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an annotation says of its listener; null where it leaves the choice to the container factory. Immutable.
 *
 * @param id unique in the application
 * @param properties options of the consumer by TDengine's own keys
 * @param filter chooses the rows that are handed on
 * @param info any text, for the listener's headers
 * @param target what is called
 */
public record TdTopicListenerEndpoint(
        String id,
        @Nullable String groupId,
        List<String> topics,
        @Nullable Integer concurrency,
        @Nullable ListenerType type,
        @Nullable Boolean autoStartup,
        @Nullable AckMode ackMode,
        Map<String, String> properties,
        @Nullable RowFilter filter,
        @Nullable String info,
        ListenerTarget target) {

    public TdTopicListenerEndpoint {
        topics = List.copyOf(topics);
        properties = Map.copyOf(properties);
    }
}
