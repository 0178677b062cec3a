// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.store.TableRows;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row that an aggregate has selected, with the value that it is selected for. Immutable. */
record PickedRow(@Nullable Object value, @Nullable Table table, TableRows rows, int row) {

    static PickedRow of(@Nullable Object value, Frame frame) {
        return new PickedRow(value, frame.table, Objects.requireNonNull(frame.rows, "a row"), frame.row);
    }

    long timestamp() {
        return rows.timestamp(row);
    }

    /** Puts the frame on this row. */
    void show(Frame frame) {
        frame.table = table;
        frame.rows = rows;
        frame.row = row;
    }
}
