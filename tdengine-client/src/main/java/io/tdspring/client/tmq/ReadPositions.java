// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Subscription.Message;
import io.tdspring.client.transport.Subscription.Partition;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * How far each vgroup has been read. Confined to one thread at a time.
 *
 * <p>The offset of a message that only tells of changes lies behind it. Who wants it again has to go back to where the
 * message before it ended.
 */
final class ReadPositions {

    private final Subscription subscription;
    private final Duration requestTimeout;
    private final Map<Partition, Long> positions = new HashMap<>();

    ReadPositions(Subscription subscription, Duration requestTimeout) {
        this.subscription = subscription;
        this.requestTimeout = requestTimeout;
    }

    void set(Partition partition, long position) {
        positions.put(partition, position);
    }

    /** Where reading stands in all vgroups of which anything was read or sought. */
    Map<Partition, Long> all() {
        return Map.copyOf(positions);
    }

    /** Where reading stands, if anything of the vgroup was read or sought. */
    OptionalLong of(Partition partition) {
        Long position = positions.get(partition);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /** Forgets what does not belong to this member any more. */
    void retain(String topic, Set<Integer> vgroupIds) {
        positions
                .keySet()
                .removeIf(partition -> partition.topic().equals(topic) && !vgroupIds.contains(partition.vgroupId()));
    }

    /** The vgroup belongs to another member; when it comes back, others may have read it. */
    void forget(Partition partition) {
        positions.remove(partition);
    }

    /**
     * Where to seek to get a message again: its offset if it has rows, or else where reading stood before it; its offset as
     * well if nobody knows anything before that.
     */
    long startOf(Message message) {
        if (message.kind().hasRows()) {
            return message.offset();
        }
        Long known = positions.get(message.partition());
        return known == null || known >= message.offset() ? askedBefore(message) : known;
    }

    /** The first message of a vgroup: reading began at what the group has committed, or else where the server says. */
    private long askedBefore(Message message) {
        Partition partition = message.partition();
        OptionalLong committed = subscription.committed(partition, requestTimeout);
        if (committed.isPresent() && committed.getAsLong() < message.offset()) {
            return committed.getAsLong();
        }
        return subscription.assignment(partition.topic(), requestTimeout).stream()
                .filter(assigned -> assigned.vgroupId() == partition.vgroupId())
                .flatMapToLong(assigned -> LongStream.of(assigned.offset(), assigned.begin()))
                .filter(offset -> offset >= 0 && offset < message.offset())
                .findFirst()
                .orElse(message.offset());
    }
}
