// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import java.util.Optional;
import java.util.Set;

/** Makes the consumers of one container; its group and options are the factory's. Thread-safe. */
@FunctionalInterface
public interface ConsumerFactory {

    /**
     * Makes a consumer that is not subscribed yet.
     *
     * @param clientId shown by the server in {@code SHOW CONSUMERS}
     * @throws io.tdspring.error.TdengineException if the server cannot be reached or refuses
     */
    TmqConsumer create(String clientId);

    /** The group of its consumers, for logs and dead letters; empty if this factory does not tell. */
    default String groupId() {
        return "";
    }

    /**
     * Logs in without subscribing, if this factory can: TDengine tells a consumer by one and the same text that its login was
     * refused and that the database behind the adapter is away.
     *
     * @throws io.tdspring.error.TdengineException why there is no login
     */
    default void tryLogin() {}

    /**
     * The topics that the server has; empty if this factory cannot ask.
     *
     * @throws io.tdspring.error.TdengineException if the server cannot be reached or refuses
     */
    default Optional<Set<String>> existingTopics() {
        return Optional.empty();
    }
}
