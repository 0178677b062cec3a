// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import io.tdspring.spring.listener.ContainerSettings;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the listeners of a container factory where their annotation says nothing. Immutable.
 *
 * @param groupId the consumer group of listeners that name neither a group nor an id
 * @param settings of their containers; applied to the defaults of each
 */
public record ListenerDefaults(
        @Nullable String groupId,
        ListenerType type,
        boolean autoStartup,
        UnaryOperator<ContainerSettings.Builder> settings) {

    /** A row a call, started with the application, the other settings as {@link ContainerSettings} has them. */
    public static ListenerDefaults standard() {
        return new ListenerDefaults(null, ListenerType.RECORD, true, UnaryOperator.identity());
    }

    /** The same with another group. */
    public ListenerDefaults withGroupId(@Nullable String newGroupId) {
        return new ListenerDefaults(newGroupId, type, autoStartup, settings);
    }
}
