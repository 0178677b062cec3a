// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.test;

import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.time.Duration;

/** For tests with listeners: what is written before a listener has joined its group may pass it by. */
public final class ListenerContainers {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ListenerContainers() {}

    /**
     * Waits until the consumers of a container read so many vgroups, for a minute at most.
     *
     * @param vgroups all those of the container's topics, as a rule
     * @throws IllegalStateException if they do not by then
     */
    public static void waitForAssignment(TdTopicListenerContainer container, int vgroups) {
        waitForAssignment(container, vgroups, PATIENCE);
    }

    /** As {@link #waitForAssignment(TdTopicListenerContainer, int)}, for that time at most. */
    public static void waitForAssignment(TdTopicListenerContainer container, int vgroups, Duration time) {
        if (!container.awaitAssignment(vgroups, time)) {
            throw new IllegalStateException("listener " + container.id() + " reads " + container.assigned() + " after "
                    + time + ", not " + vgroups + " vgroups");
        }
    }
}
