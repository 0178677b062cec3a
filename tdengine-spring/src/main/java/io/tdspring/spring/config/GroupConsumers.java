// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.spring.listener.ConsumerFactory;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes the consumers of one endpoint's group. Thread-safe.
 *
 * @param options makes them anew for each consumer
 */
record GroupConsumers(
        String groupId,
        Function<ConsumerOptions, TmqConsumer> source,
        Supplier<ConsumerOptions.Builder> options,
        ServerQuestions server)
        implements ConsumerFactory {

    @Override
    public TmqConsumer create(String clientId) {
        return source.apply(options.get().clientId(clientId).build());
    }

    @Override
    public void tryLogin() {
        server.tryLogin();
    }

    @Override
    public Optional<Set<String>> existingTopics() {
        return server.topics();
    }
}
