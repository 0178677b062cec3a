// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

/** SESSION: rows that follow one another without too long a gap. One thread's. */
final class SessionWindows implements RowWindows {

    private final long gap;
    private long last;

    /**
     * @param gap the longest one within a window, in the unit of the database
     */
    SessionWindows(long gap) {
        this.gap = gap;
    }

    @Override
    public void take(Frame row, long timestamp, OpenWindows open) {
        if (!open.isAnyOpen() || timestamp - last > gap) {
            open.endOldest();
            open.begin(row);
        }
        open.add(row, timestamp);
        last = timestamp;
    }
}
