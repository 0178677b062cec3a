// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The entries of a vgroup's log that are still there, oldest first, with the versions 0, 1, 2 ….
 *
 * <p>Confined to whoever holds the vgroup's lock.
 */
final class VgroupLog {

    private static final int ENTRY_BYTES = 64;
    /** Entries of so long count as equally old. */
    private static final long MARK_MILLIS = 1000;

    private final Retention retention;
    private final List<LogEntry> entries = new ArrayList<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long begin;
    private long bytes;

    VgroupLog(Retention retention) {
        this.retention = retention;
    }

    /** The version of the oldest entry. */
    long begin() {
        forgetOld();
        return begin;
    }

    /** The version that the next entry gets. */
    long end() {
        return begin + entries.size();
    }

    List<LogEntry> read(long from, int max) {
        forgetOld();
        int size = entries.size();
        int start = (int) Math.min(size, Math.max(0, from - begin));
        return List.copyOf(entries.subList(start, Math.min(size, start + max)));
    }

    /** Adds an entry with the version {@link #end()}. */
    void append(LogEntry entry) {
        long now = retention.clock().millis();
        Mark last = marks.peekLast();
        if (last == null || now - last.millis() >= MARK_MILLIS) {
            marks.addLast(new Mark(now, end()));
        }
        entries.add(entry);
        bytes += bytesOf(entry);
        forgetOld();
        if (bytes > retention.mostBytes()) {
            forgetMany();
        }
    }

    /** Forgets all entries. */
    void clear() {
        forget(entries.size());
    }

    /** Forgets what was written before the period began. */
    private void forgetOld() {
        Mark oldest = marks.peekFirst();
        if (oldest == null) {
            return;
        }
        Duration period = retention.period().get();
        long limit = retention.clock().millis() - period.toMillis();
        if (period.isNegative() || oldest.millis() + MARK_MILLIS > limit) {
            return;
        }
        while (oldest != null && oldest.millis() + MARK_MILLIS <= limit) {
            marks.removeFirst();
            oldest = marks.peekFirst();
        }
        forget((int) ((oldest == null ? end() : oldest.version()) - begin));
    }

    /** A quarter at once, so that moving the rest down is paid for by many appends. */
    private void forgetMany() {
        int count = 0;
        long rest = bytes;
        while (rest > retention.mostBytes() / 4 * 3 && count < entries.size() - 1) {
            rest -= bytesOf(entries.get(count++));
        }
        forget(count);
    }

    private void forget(int count) {
        List<LogEntry> forgotten = entries.subList(0, count);
        forgotten.forEach(entry -> bytes -= bytesOf(entry));
        forgotten.clear();
        begin += count;
    }

    private static long bytesOf(LogEntry entry) {
        return ENTRY_BYTES
                + (entry instanceof LogEntry.RowsWritten written
                        ? written.rows().bytes()
                        : 0);
    }

    /** The first version that was written at a time or after it. */
    private record Mark(long millis, long version) {}
}
