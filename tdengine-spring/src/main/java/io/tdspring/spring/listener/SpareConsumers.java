// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.util.Set;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.log.LogAccessor;

/**
 * Warns once when consumers of a container have no vgroup while others of it have, and that has not changed between two looks:
 * the group has been shared out by then. Confined to one thread.
 */
final class SpareConsumers {

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(SpareConsumers.class));
    private final ContainerSettings settings;
    private Set<String> atLastLook = Set.of();
    private boolean isTold;

    SpareConsumers(ContainerSettings settings) {
        this.settings = settings;
    }

    void look(Assignments assignments) {
        Set<String> spare = assignments.spare(settings.concurrency());
        if (!isTold && !spare.isEmpty() && spare.equals(atLastLook)) {
            isTold = true;
            log.warn(() -> "Listener " + settings.id() + " has " + settings.concurrency() + " consumers, of which "
                    + spare + " get nothing: its group has more consumers than its topics have vgroups");
        }
        atLastLook = spare;
    }
}
