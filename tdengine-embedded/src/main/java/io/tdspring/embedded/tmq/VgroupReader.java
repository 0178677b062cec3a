// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.LogEntry;
import io.tdspring.embedded.store.VGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consumer's place in one vgroup of a topic.
 *
 * <p>Confined to whoever holds the consumer's lock.
 */
final class VgroupReader {

    private static final int ENTRIES_AT_ONCE = 256;

    private static final int INVALID_OFFSET_RESET = 0x0a0d;

    private final Topic topic;
    private final ConsumerGroup group;
    private final VGroup vgroup;
    /** Where the next entry is read, or {@link TopicConsumer#NO_OFFSET} before the first use. */
    private long position = TopicConsumer.NO_OFFSET;
    /** Where the last delivery began, or the position started at or sought. */
    private long shown;

    private long rowsRead;
    private boolean knowsRange = true;

    VgroupReader(Topic topic, ConsumerGroup group, VGroup vgroup) {
        this.topic = topic;
        this.group = group;
        this.vgroup = vgroup;
    }

    Topic topic() {
        return topic;
    }

    ConsumerGroup group() {
        return group;
    }

    VGroup vgroup() {
        return vgroup;
    }

    long position() {
        return position;
    }

    /** Takes the position that the group has committed, or else the one that the consumer starts with. */
    void start(OffsetReset reset) {
        if (position != TopicConsumer.NO_OFFSET) {
            return;
        }
        long committed = group.committed(vgroup.id());
        // What the log has forgotten cannot be resumed.
        if (committed != TopicConsumer.NO_OFFSET && committed >= vgroup.begin()) {
            moveTo(committed);
        } else if (reset == OffsetReset.NONE) {
            throw new SqlException(INVALID_OFFSET_RESET, "No committed offset, and auto.offset.reset is none");
        } else {
            moveTo(reset == OffsetReset.EARLIEST ? vgroup.begin() : vgroup.end());
        }
    }

    void moveTo(long offset) {
        position = offset;
        shown = offset;
    }

    /** Has the group resume at the position, if there is one. */
    void commit() {
        if (position != TopicConsumer.NO_OFFSET) {
            group.commit(vgroup.id(), position);
        }
    }

    /** What SHOW SUBSCRIPTIONS tells. */
    ProgressListing progress(ConsumerListing consumer) {
        return new ProgressListing(
                topic.name(),
                consumer.settings().group(),
                vgroup.id(),
                consumer,
                group.committed(vgroup.id()),
                position,
                vgroup.end(),
                rowsRead);
    }

    VgroupOffsets offsets() {
        return knowsRange
                ? new VgroupOffsets(vgroup.id(), shown, vgroup.begin(), vgroup.end())
                : new VgroupOffsets(vgroup.id(), shown, VgroupOffsets.UNKNOWN, VgroupOffsets.UNKNOWN);
    }

    /** Forgets how far the log reaches, until the next delivery tells. */
    void forgetRange() {
        knowsRange = false;
    }

    boolean knowsRange() {
        return knowsRange;
    }

    /**
     * What the topic delivers next, or null at the end of the log; the position moves either way.
     *
     * @param batches whether changes of tables may come together
     */
    @Nullable
    Delivery read(boolean batches) {
        long start = position;
        Gathering gathering = new Gathering(topic.query(), batches);
        boolean more = true;
        while (more) {
            List<LogEntry> entries = vgroup.read(position, ENTRIES_AT_ONCE);
            more = !entries.isEmpty() && takeAll(entries, gathering);
        }
        if (gathering.isEmpty()) {
            return null;
        }
        shown = start;
        knowsRange = true;
        rowsRead += gathering.rows();
        return new Delivery(
                topic.name(),
                topic.database().name(),
                vgroup.id(),
                start,
                position,
                gathering.blocks(),
                gathering.changes());
    }

    /** False if the delivery is complete before the end of these entries. */
    private boolean takeAll(List<LogEntry> entries, Gathering gathering) {
        for (LogEntry entry : entries) {
            if (gathering.isFull() || !gathering.take(entry)) {
                return false;
            }
            position = entry.version() + 1;
        }
        return !gathering.isFull();
    }
}
