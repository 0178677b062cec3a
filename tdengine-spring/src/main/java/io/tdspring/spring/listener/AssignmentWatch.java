// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.error.TdengineTmqException;
import io.tdspring.spring.event.ListenerEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.log.LogAccessor;

/**
 * Asks a consumer from time to time which vgroups it reads, since the server does not tell when they move, and looks for gaps
 * in those that have come. Confined to the consumer's thread.
 */
final class AssignmentWatch implements LoopObserver {

    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(AssignmentWatch.class));
    private final String name;
    private final ContainerSettings settings;
    private final Consumer<ListenerEvent> events;
    private final GapCheck gaps;
    private final Assignments assignments;
    private final SeekCalls calls;
    private final SeekQueue seeks;
    private final Set<TopicVgroup> assigned = new HashSet<>();

    /** Vgroups of which the server did not know yet where they begin. */
    private final Set<TopicVgroup> unchecked = new HashSet<>();

    /** Vgroups that the last look has moved behind a gap. */
    private final Set<TopicVgroup> moved = new HashSet<>();

    private long lastNanos;

    AssignmentWatch(
            String name,
            ContainerSettings settings,
            Consumer<ListenerEvent> events,
            GapCheck gaps,
            Assignments assignments,
            SeekCalls calls,
            SeekQueue seeks) {
        this.name = name;
        this.settings = settings;
        this.events = events;
        this.gaps = gaps;
        this.assignments = assignments;
        this.calls = calls;
        this.seeks = seeks;
    }

    @Override
    public void subscribed(TmqConsumer consumer) {
        assigned.clear();
        unchecked.clear();
        look(consumer);
    }

    /** Nothing of a vgroup is handed on before it is known here: who looks later looks behind a gap. */
    @Override
    public Set<TopicVgroup> arrived(TmqConsumer consumer, List<TmqMessage> messages) {
        moved.clear();
        if (messages.stream().anyMatch(message -> !assigned.contains(message.vgroup()))) {
            look(consumer);
        }
        return Set.copyOf(moved);
    }

    @Override
    public void vgroupLost(TmqConsumer consumer) {
        look(consumer);
    }

    @Override
    public void turned(TmqConsumer consumer, int messages) {
        if (System.nanoTime() - lastNanos >= INTERVAL) {
            look(consumer);
        }
    }

    @Override
    public void closing() {
        assignments.forget(name);
    }

    private void look(TmqConsumer consumer) {
        lastNanos = System.nanoTime();
        try {
            Map<TopicVgroup, VgroupAssignment> now = new HashMap<>();
            for (String topic : consumer.subscription()) {
                consumer.assignment(topic).forEach(each -> now.put(new TopicVgroup(topic, each.vgroupId()), each));
            }
            compare(consumer, now);
        } catch (TdengineTmqException e) {
            // While vgroups move the server refuses these questions; they are asked again.
            log.debug(() -> name + " does not know its vgroups: " + e.getMessage());
        }
    }

    private void compare(TmqConsumer consumer, Map<TopicVgroup, VgroupAssignment> now) {
        Set<TopicVgroup> gone = new HashSet<>(assigned);
        gone.removeAll(now.keySet());
        assigned.removeAll(gone);
        unchecked.removeAll(gone);
        gone.forEach(vgroup -> events.accept(new ListenerEvent.Revoked(settings.id(), name, vgroup)));
        now.keySet().forEach(vgroup -> {
            if (assigned.add(vgroup)) {
                unchecked.add(vgroup);
                events.accept(new ListenerEvent.Assigned(settings.id(), name, vgroup));
            }
        });
        assignments.set(name, assigned);
        calls.revoked(seeks, gone);
        check(consumer, now);
    }

    /** Looks for gaps in those that have come, as soon as the server knows where they begin. */
    private void check(TmqConsumer consumer, Map<TopicVgroup, VgroupAssignment> now) {
        Map<TopicVgroup, VgroupAssignment> checked = new HashMap<>();
        try {
            for (TopicVgroup vgroup : Set.copyOf(unchecked)) {
                VgroupAssignment range = now.get(vgroup);
                if (range != null && range.begin() >= 0 && range.end() >= 0) {
                    if (gaps.check(consumer, vgroup, range)) {
                        moved.add(vgroup);
                    }
                    unchecked.remove(vgroup);
                    checked.put(vgroup, range);
                }
            }
        } finally {
            calls.assigned(seeks, checked);
        }
    }
}
