// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import io.tdspring.spring.listener.AckMode;
import io.tdspring.spring.listener.ErrorHandler;
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
 * @param errorHandler decides about rows at which the listener fails
 * @param postProcessor has the last word on the container's settings
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
        @Nullable ErrorHandler errorHandler,
        @Nullable ContainerCustomizer postProcessor,
        @Nullable String info,
        ListenerTarget target) {

    public TdTopicListenerEndpoint {
        topics = List.copyOf(topics);
        properties = Map.copyOf(properties);
    }

    /** An endpoint that leaves all choices to the container factory. */
    public static Builder builder(String id, List<String> topics, ListenerTarget target) {
        return new Builder(id, topics, target);
    }

    /** Collects what an endpoint says; confined to one thread. */
    public static final class Builder {

        private final String id;
        private final List<String> topics;
        private final ListenerTarget target;
        private @Nullable String groupId;
        private @Nullable Integer concurrency;
        private @Nullable ListenerType type;
        private @Nullable Boolean autoStartup;
        private @Nullable AckMode ackMode;
        private Map<String, String> properties = Map.of();
        private @Nullable RowFilter filter;
        private @Nullable ErrorHandler errorHandler;
        private @Nullable ContainerCustomizer postProcessor;
        private @Nullable String info;

        private Builder(String id, List<String> topics, ListenerTarget target) {
            this.id = id;
            this.topics = topics;
            this.target = target;
        }

        public Builder groupId(@Nullable String newGroupId) {
            groupId = newGroupId;
            return this;
        }

        public Builder concurrency(@Nullable Integer consumers) {
            concurrency = consumers;
            return this;
        }

        public Builder type(@Nullable ListenerType newType) {
            type = newType;
            return this;
        }

        public Builder autoStartup(@Nullable Boolean starts) {
            autoStartup = starts;
            return this;
        }

        public Builder ackMode(@Nullable AckMode mode) {
            ackMode = mode;
            return this;
        }

        public Builder properties(Map<String, String> newProperties) {
            properties = newProperties;
            return this;
        }

        public Builder filter(@Nullable RowFilter newFilter) {
            filter = newFilter;
            return this;
        }

        public Builder errorHandler(@Nullable ErrorHandler handler) {
            errorHandler = handler;
            return this;
        }

        public Builder postProcessor(@Nullable ContainerCustomizer customizer) {
            postProcessor = customizer;
            return this;
        }

        public Builder info(@Nullable String text) {
            info = text;
            return this;
        }

        public TdTopicListenerEndpoint build() {
            return new TdTopicListenerEndpoint(
                    id,
                    groupId,
                    topics,
                    concurrency,
                    type,
                    autoStartup,
                    ackMode,
                    properties,
                    filter,
                    errorHandler,
                    postProcessor,
                    info,
                    target);
        }
    }
}
