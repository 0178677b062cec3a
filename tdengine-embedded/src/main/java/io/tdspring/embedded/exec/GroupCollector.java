// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts rows into their groups: partitions by the values of the grouping expressions, and in them windows. One thread's. */
final class GroupCollector {

    private final GroupingKeys keys;
    private final @Nullable IntervalWindows windows;
    private final List<GroupLeaves.Call> calls;
    private final Map<RowKey, Map<Long, Group>> partitions = new LinkedHashMap<>();

    GroupCollector(GroupingKeys keys, @Nullable IntervalWindows windows, List<GroupLeaves.Call> calls) {
        this.keys = keys;
        this.windows = windows;
        this.calls = calls;
    }

    /** The groups of each partition by the start of their windows; without windows there is one of 0. */
    List<Map<Long, Group>> partitions() {
        return new ArrayList<>(partitions.values());
    }

    /**
     * Reads all rows.
     *
     * @param emptyGroups whether a table without rows has a group as well
     */
    void collect(Scan scan, boolean emptyGroups) {
        while (scan.nextTable()) {
            RowKey ofTable = keys.ofTables() ? keys.valuesOf(scan.frame()) : null;
            if (emptyGroups && ofTable != null) {
                group(ofTable, 0, scan.frame());
            }
            while (scan.nextRow()) {
                add(ofTable == null ? keys.valuesOf(scan.frame()) : ofTable, scan.frame());
            }
        }
    }

    private void add(RowKey values, Frame frame) {
        if (windows == null) {
            group(values, 0, frame).add(frame);
            return;
        }
        long timestamp = frame.timestamp();
        Long start = windows.lastStart(timestamp);
        while (start != null) {
            group(values, start, frame).add(frame);
            start = windows.previousStart(start, timestamp);
        }
    }

    /** Makes a group without rows, for what has a result nonetheless. */
    void addEmpty(Frame frame) {
        group(new RowKey(new @Nullable Object[0], 0), 0, frame);
    }

    private Group group(RowKey values, long start, Frame first) {
        Map<Long, Group> partition = partitions.get(values);
        if (partition == null) {
            partition = new TreeMap<>();
            partitions.put(values, partition);
        }
        Group group = partition.get(start);
        if (group == null) {
            group = new Group(calls, values.cells(), first);
            if (windows != null) {
                group.setWindow(start, windows.end(start));
            }
            partition.put(start, group);
        }
        return group;
    }
}
