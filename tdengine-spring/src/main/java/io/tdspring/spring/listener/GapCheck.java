// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.spring.event.ListenerEvent;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.log.LogAccessor;

/**
 * Looks whether the log of a vgroup still has what its group has not read: the server passes silently over what is gone, with
 * {@code auto.offset.reset=latest} over all that is left, too. Thread-safe.
 */
final class GapCheck {

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(GapCheck.class));
    private final ContainerSettings settings;
    private final Consumer<ListenerEvent> events;
    private final AtomicLong found = new AtomicLong();

    GapCheck(ContainerSettings settings, Consumer<ListenerEvent> events) {
        this.settings = settings;
        this.events = events;
    }

    /** How many gaps were found so far. */
    long found() {
        return found.get();
    }

    /**
     * Checks a vgroup that has come to a consumer.
     *
     * @param assignment with the range of its log, which is known
     * @return whether there is a gap, so that the position has moved
     * @throws LogGapException if there is a gap, and that is to end the container
     */
    boolean check(TmqConsumer consumer, TopicVgroup vgroup, VgroupAssignment assignment) {
        OptionalLong committed = consumer.committed(vgroup.topic(), vgroup.vgroupId());
        if (committed.isPresent() && committed.getAsLong() < assignment.begin()) {
            tell(
                    consumer,
                    new ListenerEvent.LogGap(settings.id(), vgroup, committed.getAsLong(), assignment.begin()),
                    assignment);
            return true;
        }
        return false;
    }

    private void tell(TmqConsumer consumer, ListenerEvent.LogGap gap, VgroupAssignment assignment) {
        found.incrementAndGet();
        String text = "What lay from offset " + gap.committed() + " to " + gap.begin() + " of vgroup "
                + gap.vgroup().vgroupId() + " of topic " + gap.vgroup().topic() + " is gone, and listener "
                + settings.id() + " has not read it";
        log.warn(() -> text + "; on-gap is " + settings.onGap());
        events.accept(gap);
        switch (settings.onGap()) {
            case FAIL -> throw new LogGapException(text);
            case EARLIEST -> goOnAt(consumer, gap.vgroup(), assignment.begin());
            case LATEST -> goOnAt(consumer, gap.vgroup(), assignment.end());
        }
    }

    /** The group goes there as well, so that the gap is told once. */
    private static void goOnAt(TmqConsumer consumer, TopicVgroup vgroup, long offset) {
        consumer.seek(vgroup.topic(), vgroup.vgroupId(), offset);
        consumer.commit(vgroup.topic(), vgroup.vgroupId(), offset);
    }
}
