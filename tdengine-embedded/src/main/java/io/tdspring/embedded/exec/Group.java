// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One group of a grouped query, or one window of a partition, while its rows are collected. One thread's. */
final class Group {

    private final Frame frame = new Frame();
    private final Accumulator[] accumulators;
    private boolean empty = true;

    /**
     * A group without rows.
     *
     * @param keys values of the grouping expressions
     * @param first its table is that of the group
     */
    Group(List<GroupLeaves.Call> calls, @Nullable Object[] keys, Frame first) {
        this.accumulators =
                calls.stream().map(call -> call.bound().accumulators().get()).toArray(Accumulator[]::new);
        frame.keys = keys;
        frame.table = first.table;
    }

    /** Says which window this is. */
    void setWindow(long start, long end) {
        frame.windowStart = start;
        frame.windowEnd = end;
    }

    void add(Frame row) {
        empty = false;
        for (Accumulator accumulator : accumulators) {
            accumulator.add(row);
        }
    }

    /** Adds a row to a window that begins with its first row and ends with its last. */
    void addInWindow(Frame row, long timestamp) {
        setWindow(empty ? timestamp : frame.windowStart, timestamp);
        add(row);
    }

    /** Says which state all rows of the window have. */
    void setState(Object state) {
        frame.windowState = state;
    }

    boolean isEmpty() {
        return empty;
    }

    /** A group like this one, without rows. */
    Group sibling(List<GroupLeaves.Call> calls) {
        return new Group(calls, frame.keys, frame);
    }

    /** The frame in which the group's expressions are evaluated, now that all rows are in. */
    Frame finish() {
        frame.aggregates = new @Nullable Object[accumulators.length];
        for (int i = 0; i < accumulators.length; i++) {
            frame.aggregates[i] = accumulators[i].result();
        }
        return frame;
    }

    /** How many rows of the result this group is. */
    int size() {
        return accumulators.length == 1 && accumulators[0] instanceof RowsAccumulator rows ? rows.size() : 1;
    }

    /** Makes the frame that of one of the group's rows. */
    void show(int number) {
        if (accumulators.length == 1 && accumulators[0] instanceof RowsAccumulator rows) {
            frame.aggregates[0] = rows.value(number);
        }
    }

    /** Puts the frame on the row that the first aggregate has selected for one of the group's rows. */
    void select(int number) {
        if (accumulators[0] instanceof RowsAccumulator rows) {
            rows.select(frame, number);
        } else {
            accumulators[0].select(frame);
        }
    }
}
