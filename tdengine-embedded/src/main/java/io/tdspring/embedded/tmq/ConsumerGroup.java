// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import io.tdspring.embedded.store.VGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * The consumers that share one topic: who has which vgroup, and how far the group has committed.
 *
 * <p>Thread-safe: dealing out is done under the group's monitor, what is committed can be read without it.
 */
final class ConsumerGroup {

    private final Topic topic;
    private final String name;
    private final Rebalance rebalance;
    private final Map<Integer, Long> committed = new ConcurrentHashMap<>();

    // Guarded by this, in the order of joining.
    private final List<TopicConsumer> members = new ArrayList<>();

    private boolean moving;

    ConsumerGroup(Topic topic, String name, Rebalance rebalance) {
        this.topic = topic;
        this.name = name;
        this.rebalance = rebalance;
    }

    synchronized void join(TopicConsumer consumer) {
        members.add(consumer);
        membersChanged();
    }

    synchronized void leave(TopicConsumer consumer) {
        if (members.remove(consumer)) {
            membersChanged();
        }
    }

    private void membersChanged() {
        if (rebalance == Rebalance.AT_ONCE) {
            List<Hand.Deal> deals = deals();
            forEachMember(deals, TopicConsumer::retain);
            forEachMember(deals, TopicConsumer::take);
        } else {
            moving = true;
        }
    }

    /** Deals the vgroups if members came or went since the last time. */
    synchronized void rebalance() {
        if (moving) {
            moving = false;
            forEachMember(deals(), TopicConsumer::offer);
        }
    }

    /** Whether members came or went and the vgroups have not been dealt since. */
    synchronized boolean isMoving() {
        return moving;
    }

    String name() {
        return name;
    }

    /** The consumers, in the order of joining. */
    synchronized List<TopicConsumer> members() {
        return List.copyOf(members);
    }

    /** What the group has committed for a vgroup, or {@link TopicConsumer#NO_OFFSET}. */
    long committed(int vgroupId) {
        return committed.getOrDefault(vgroupId, TopicConsumer.NO_OFFSET);
    }

    void commit(int vgroupId, long offset) {
        committed.put(vgroupId, offset);
    }

    /** How far the group is in each vgroup of the topic. */
    synchronized List<ProgressListing> progress() {
        List<ProgressListing> progress = new ArrayList<>();
        for (VGroup vgroup : topic.database().vgroups()) {
            ProgressListing read = members.stream()
                    .map(member -> member.progress(topic, vgroup))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(() -> new ProgressListing(
                            topic.name(),
                            name,
                            vgroup.id(),
                            null,
                            committed(vgroup.id()),
                            TopicConsumer.NO_OFFSET,
                            vgroup.end(),
                            0));
            progress.add(read);
        }
        return progress;
    }

    /** Deals the vgroups, by their ids, to the members one after the other. */
    private List<Hand.Deal> deals() {
        List<List<VGroup>> hands = new ArrayList<>();
        members.forEach(member -> hands.add(new ArrayList<>()));
        int next = 0;
        for (VGroup vgroup : topic.database().vgroups()) {
            if (!hands.isEmpty()) {
                hands.get(next++ % hands.size()).add(vgroup);
            }
        }
        return hands.stream().map(hand -> new Hand.Deal(topic, this, hand)).toList();
    }

    private void forEachMember(List<Hand.Deal> deals, BiConsumer<TopicConsumer, Hand.Deal> action) {
        for (int i = 0; i < deals.size(); i++) {
            action.accept(members.get(i), deals.get(i));
        }
    }
}
