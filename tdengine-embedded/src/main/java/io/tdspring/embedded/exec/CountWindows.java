// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Window;
import org.jspecify.annotations.Nullable;

/** COUNT_WINDOW: a number of rows each, the last ones what is left. One thread's. */
final class CountWindows implements RowWindows {

    private final Window.Count window;
    private final @Nullable Evaluator column;
    private long rows;

    /**
     * @param column rows where it is NULL are left out; null if there is none
     */
    CountWindows(Window.Count window, @Nullable Evaluator column) {
        this.window = window;
        this.column = column;
    }

    @Override
    public void take(Frame row, long timestamp, OpenWindows open) {
        if (column != null && column.value(row) == null) {
            return;
        }
        if (rows % window.sliding() == 0) {
            open.begin(row);
        }
        open.add(row, timestamp);
        rows++;
        if (rows >= window.size() && (rows - window.size()) % window.sliding() == 0) {
            open.endOldest();
        }
    }
}
