// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import org.jspecify.annotations.Nullable;

/** STATE_WINDOW: rows that follow one another with the same state; those without one are left out. One thread's. */
final class StateWindows implements RowWindows {

    private final Evaluator state;
    private @Nullable Object last;

    StateWindows(Evaluator state) {
        this.state = state;
    }

    @Override
    public void take(Frame row, long timestamp, OpenWindows open) {
        Object value = state.value(row);
        if (value == null) {
            return;
        }
        if (!value.equals(last)) {
            open.endOldest();
            open.begin(row).setState(value);
            last = value;
        }
        open.add(row, timestamp);
    }
}
