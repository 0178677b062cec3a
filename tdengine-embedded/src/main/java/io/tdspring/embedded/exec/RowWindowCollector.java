// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Puts rows into windows whose bounds are rows, in each partition for itself. One thread's. */
final class RowWindowCollector {

    private final GroupingKeys keys;
    private final Supplier<RowWindows> windows;
    private final List<GroupLeaves.Call> calls;
    private final Map<RowKey, Partition> partitions = new LinkedHashMap<>();

    RowWindowCollector(GroupingKeys keys, Supplier<RowWindows> windows, List<GroupLeaves.Call> calls) {
        this.keys = keys;
        this.windows = windows;
        this.calls = calls;
    }

    private record Partition(RowWindows windows, OpenWindows open) {}

    /** The groups of each partition by numbers, in the order in which their windows begin. */
    List<Map<Long, Group>> collect(RowsByTime rows) {
        rows.forEach(this::take);
        List<Map<Long, Group>> collected = new ArrayList<>();
        for (Partition partition : partitions.values()) {
            partition.windows().end(partition.open());
            Map<Long, Group> numbered = new LinkedHashMap<>();
            for (Group group : partition.open().finished()) {
                numbered.put((long) numbered.size(), group);
            }
            collected.add(numbered);
        }
        return collected;
    }

    private void take(Frame row, long timestamp) {
        RowKey values = keys.valuesOf(row);
        Partition partition = partitions.get(values);
        if (partition == null) {
            OpenWindows open = new OpenWindows(first -> new Group(calls, values.cells(), first));
            partition = new Partition(windows.get(), open);
            partitions.put(values, partition);
        }
        partition.windows().take(row, timestamp, partition.open());
    }
}
