// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the listeners of a container factory where their annotation says nothing. Immutable.
 *
 * @param groupId the consumer group of listeners that name neither a group nor an id
 * @param pollTimeout how long a poll waits for a message
 * @param shutdownTimeout how long a stop waits for the message in hand
 */
public record ListenerDefaults(
        @Nullable String groupId,
        int concurrency,
        ListenerType type,
        boolean autoStartup,
        Duration pollTimeout,
        Duration shutdownTimeout) {

    /** One consumer a listener, a row a call, started with the application, polls of 1 s, 10 s to stop. */
    public static ListenerDefaults standard() {
        return new ListenerDefaults(null, 1, ListenerType.RECORD, true, Duration.ofSeconds(1), Duration.ofSeconds(10));
    }

    /** The same with another group. */
    public ListenerDefaults withGroupId(@Nullable String newGroupId) {
        return new ListenerDefaults(newGroupId, concurrency, type, autoStartup, pollTimeout, shutdownTimeout);
    }
}
