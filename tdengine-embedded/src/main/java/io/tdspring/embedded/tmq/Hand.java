// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import io.tdspring.embedded.store.VGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The vgroups that a consumer reads, and the deals that it has not looked at yet.
 *
 * <p>Confined to whoever holds the consumer's lock.
 */
final class Hand {

    private final Runnable listener;
    private final List<VgroupReader> readers = new ArrayList<>();
    private final List<Deal> waiting = new ArrayList<>();
    private int next;

    /** @param listener what the vgroups of the hand are to call */
    Hand(Runnable listener) {
        this.listener = listener;
    }

    List<VgroupReader> readers() {
        return readers;
    }

    @Nullable
    VgroupReader find(String topic, int vgroupId) {
        for (VgroupReader reader : readers) {
            if (reader.vgroup().id() == vgroupId && reader.topic().name().equals(topic)) {
                return reader;
            }
        }
        return null;
    }

    /** Gives up the vgroups of a topic that are not among these; returns whether there were any. */
    boolean retain(Topic topic, List<VGroup> vgroups) {
        List<VgroupReader> lost = readers.stream()
                .filter(reader -> reader.topic() == topic && !vgroups.contains(reader.vgroup()))
                .toList();
        readers.removeAll(lost);
        for (VgroupReader reader : lost) {
            // Another topic of the same database may go on with it.
            if (readers.stream().noneMatch(other -> other.vgroup() == reader.vgroup())) {
                reader.vgroup().removeListener(listener);
            }
        }
        return !lost.isEmpty();
    }

    /** Takes vgroups; those it has already go on where they are. Returns whether there was a new one. */
    boolean take(Deal deal) {
        boolean took = false;
        for (VGroup vgroup : deal.vgroups()) {
            if (find(deal.topic().name(), vgroup.id()) == null) {
                readers.add(new VgroupReader(deal.topic(), deal.group(), vgroup));
                vgroup.addListener(listener);
                took = true;
            }
        }
        return took;
    }

    /** Keeps a deal until the consumer looks; of a topic the last one counts. */
    void keep(Deal deal) {
        waiting.removeIf(other -> other.topic() == deal.topic());
        waiting.add(deal);
    }

    /** Looks at the deals; how far the logs reach of the vgroups that stay is unknown then. Returns whether it changed. */
    boolean look() {
        boolean changed = false;
        for (Deal deal : waiting) {
            boolean lost = retain(deal.topic(), deal.vgroups());
            List<VgroupReader> kept = List.copyOf(readers);
            if (take(deal) || lost) {
                changed = true;
                kept.stream().filter(reader -> reader.topic() == deal.topic()).forEach(VgroupReader::forgetRange);
            }
        }
        waiting.clear();
        return changed;
    }

    /** Reads the vgroups in turn, so that a busy one does not starve the others. */
    @Nullable
    Delivery read(boolean batches) {
        for (int i = 0; i < readers.size(); i++) {
            next = (next + 1) % readers.size();
            Delivery delivery = readers.get(next).read(batches);
            if (delivery != null) {
                return delivery;
            }
        }
        return null;
    }

    void forEach(Consumer<VgroupReader> action) {
        readers.forEach(action);
    }

    /** Gives all up. */
    void clear() {
        readers.forEach(reader -> reader.vgroup().removeListener(listener));
        readers.clear();
        waiting.clear();
    }

    /** Which vgroups of a topic a group gives to a consumer. */
    record Deal(Topic topic, ConsumerGroup group, List<VGroup> vgroups) {

        Deal {
            vgroups = List.copyOf(vgroups);
        }
    }
}
