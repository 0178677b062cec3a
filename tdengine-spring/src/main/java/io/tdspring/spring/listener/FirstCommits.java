// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.error.TdengineTmqException;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.log.LogAccessor;

/**
 * Has a group that begins at the newest messages remember where that was. Without it one that has handled nothing yet would
 * begin at the newest again when its connection breaks, and what was written meanwhile would be lost.
 */
final class FirstCommits implements LoopObserver {

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(FirstCommits.class));
    private final String name;

    FirstCommits(String name) {
        this.name = name;
    }

    /** Before the first poll alone is it sure that nothing behind the position is under way. */
    @Override
    public void subscribed(TmqConsumer consumer) {
        try {
            for (String topic : consumer.subscription()) {
                consumer.assignment(topic).forEach(vgroup -> commitEnd(consumer, topic, vgroup));
            }
        } catch (TdengineTmqException e) {
            // While vgroups move; the group is then as it would be without this.
            log.debug(() -> name + " does not know its vgroups: " + e.getMessage());
        }
    }

    /** A group that begins at the oldest message needs no help: it begins there again. */
    private static void commitEnd(TmqConsumer consumer, String topic, VgroupAssignment vgroup) {
        boolean beginsAtTheEnd = vgroup.end() >= 0 && vgroup.offset() == vgroup.end();
        if (beginsAtTheEnd && consumer.committed(topic, vgroup.vgroupId()).isEmpty()) {
            consumer.commit(topic, vgroup.vgroupId(), vgroup.end());
        }
    }
}
