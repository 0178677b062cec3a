// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Several observers, one after the other. */
record Observers(List<LoopObserver> all) implements LoopObserver {

    @Override
    public void subscribed(TmqConsumer consumer) {
        all.forEach(each -> each.subscribed(consumer));
    }

    @Override
    public Set<TopicVgroup> arrived(TmqConsumer consumer, List<TmqMessage> messages) {
        Set<TopicVgroup> moved = Set.of();
        for (LoopObserver each : all) {
            Set<TopicVgroup> more = each.arrived(consumer, messages);
            moved = moved.isEmpty() ? more : union(moved, more);
        }
        return moved;
    }

    private static Set<TopicVgroup> union(Set<TopicVgroup> some, Set<TopicVgroup> more) {
        Set<TopicVgroup> union = new HashSet<>(some);
        union.addAll(more);
        return union;
    }

    @Override
    public void vgroupLost(TmqConsumer consumer) {
        all.forEach(each -> each.vgroupLost(consumer));
    }

    @Override
    public void turned(TmqConsumer consumer, int messages) {
        all.forEach(each -> each.turned(consumer, messages));
    }

    @Override
    public void paused(boolean isPaused) {
        all.forEach(each -> each.paused(isPaused));
    }

    @Override
    public void closing() {
        all.forEach(LoopObserver::closing);
    }
}
