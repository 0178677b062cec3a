// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Walks over the rows of all tables of a source in the order of time; those of one moment come in the order of the
 * tables. One thread's.
 */
final class RowsByTime {

    private static final Comparator<Cursor> BY_TIME =
            Comparator.<Cursor>comparingLong(cursor -> cursor.timestamp).thenComparingInt(cursor -> cursor.table);

    private final PriorityQueue<Cursor> cursors = new PriorityQueue<>(BY_TIME);

    /**
     * @param tables a scan for each table, on it and before its first row
     */
    RowsByTime(List<Scan> tables) {
        for (int i = 0; i < tables.size(); i++) {
            Cursor cursor = new Cursor(tables.get(i), i);
            if (cursor.next()) {
                cursors.add(cursor);
            }
        }
    }

    /** A table with the row that comes next. */
    private static final class Cursor {

        private final Scan scan;
        private final int table;
        private long timestamp;

        Cursor(Scan scan, int table) {
            this.scan = scan;
            this.table = table;
        }

        boolean next() {
            boolean found = scan.nextRow();
            if (found) {
                timestamp = scan.frame().timestamp();
            }
            return found;
        }
    }

    /** What is done with each row. */
    @FunctionalInterface
    interface Visitor {

        /** Takes a row, whose frame moves on when this returns. */
        void visit(Frame row, long timestamp);
    }

    /** Walks over all rows. */
    void forEach(Visitor visitor) {
        Cursor first = cursors.poll();
        while (first != null) {
            visitor.visit(first.scan.frame(), first.timestamp);
            if (first.next()) {
                cursors.add(first);
            }
            first = cursors.poll();
        }
    }
}
