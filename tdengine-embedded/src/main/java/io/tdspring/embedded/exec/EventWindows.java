// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

/**
 * EVENT_WINDOW: from a row that meets a condition to the next one that meets another, which may be the same row; what
 * does not end is none. One thread's.
 */
final class EventWindows implements RowWindows {

    private final Scan.Filter start;
    private final Scan.Filter end;

    EventWindows(Scan.Filter start, Scan.Filter end) {
        this.start = start;
        this.end = end;
    }

    @Override
    public void take(Frame row, long timestamp, OpenWindows open) {
        if (!open.isAnyOpen()) {
            if (!start.accepts(row)) {
                return;
            }
            open.begin(row);
        }
        open.add(row, timestamp);
        if (end.accepts(row)) {
            open.endOldest();
        }
    }

    @Override
    public void end(OpenWindows open) {
        open.drop();
    }
}
