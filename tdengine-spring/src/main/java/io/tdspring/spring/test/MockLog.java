// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.test;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.VgroupAssignment;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a mock has of one vgroup: its messages, where reading stands, and what is committed. Not thread-safe. */
final class MockLog {

    private final int vgroupId;
    private final TreeMap<Long, TmqMessage> messages = new TreeMap<>();
    private long begin;
    private long end;
    private long start;
    private @Nullable Long position;
    private @Nullable Long committed;

    MockLog(int vgroupId) {
        this.vgroupId = vgroupId;
    }

    void add(TmqMessage message) {
        if (message.startOffset() < end || message.endOffset() <= message.startOffset()) {
            throw new IllegalArgumentException("a message from " + message.startOffset() + " to " + message.endOffset()
                    + " does not follow a log that ends at " + end);
        }
        if (messages.isEmpty() && end == 0) {
            begin = message.startOffset();
        }
        messages.put(message.startOffset(), message);
        end = message.endOffset();
    }

    void expire(long newBegin) {
        begin = Math.max(begin, newBegin);
        end = Math.max(end, begin);
        messages.headMap(begin).clear();
    }

    /** Reading begins anew where the group would go on, as for a consumer that gets the vgroup. */
    void begin() {
        position = null;
    }

    /** The next message, from which reading goes on; null if there is none. */
    @Nullable
    TmqMessage next() {
        if (position == null) {
            position = resumeAt();
        }
        Map.Entry<Long, TmqMessage> next = messages.ceilingEntry(position);
        if (next == null) {
            return null;
        }
        start = next.getKey();
        position = next.getValue().endOffset();
        return next.getValue();
    }

    private long resumeAt() {
        return committed == null ? begin : Math.max(committed, begin);
    }

    VgroupAssignment assignment() {
        return new VgroupAssignment(vgroupId, position == null ? resumeAt() : start, begin, end);
    }

    /** Whether this is an offset of the log, or the one behind it. */
    boolean has(long offset) {
        return offset >= begin && offset <= end;
    }

    void seek(long offset) {
        start = offset;
        position = offset;
    }

    void commit(long offset) {
        committed = offset;
    }

    long firstOffset() {
        return begin;
    }

    long endOffset() {
        return end;
    }

    OptionalLong committed() {
        return committed == null ? OptionalLong.empty() : OptionalLong.of(committed);
    }

    OptionalLong position() {
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }
}
