// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** The windows of one partition, those that are still open among them. One thread's. */
final class OpenWindows {

    private final Function<Frame, Group> groups;
    private final List<Group> closed = new ArrayList<>();
    private final Deque<Group> open = new ArrayDeque<>();

    /**
     * @param groups makes a group without rows of the row that a window begins with
     */
    OpenWindows(Function<Frame, Group> groups) {
        this.groups = groups;
    }

    boolean isAnyOpen() {
        return !open.isEmpty();
    }

    /** Begins a window; its first row is still to be added. */
    Group begin(Frame row) {
        Group group = groups.apply(row);
        open.addLast(group);
        return group;
    }

    /** Adds a row to all windows that are open, which end with it for now. */
    void add(Frame row, long timestamp) {
        for (Group group : open) {
            group.addInWindow(row, timestamp);
        }
    }

    /** Ends the window that has been open for the longest time, if there is one. */
    void endOldest() {
        Group oldest = open.pollFirst();
        if (oldest != null) {
            closed.add(oldest);
        }
    }

    /** Forgets the windows that are open. */
    void drop() {
        open.clear();
    }

    /** All windows in the order of their beginnings, after the last row. */
    List<Group> finished() {
        while (isAnyOpen()) {
            endOldest();
        }
        return closed;
    }
}
