// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.store.TableRows;
import org.jspecify.annotations.Nullable;

/** What an expression is evaluated on: one row of a table, or one group with its aggregates. One thread's. */
final class Frame {

    /** The table of the row; null for a SELECT without FROM. */
    @Nullable
    Table table;

    /** The rows among which {@link #row} is; null for a SELECT without FROM. */
    @Nullable
    TableRows rows;

    int row;

    /** Results of the aggregates of this group, or of the series functions at this row; empty while others are read. */
    @Nullable
    Object[] aggregates = new @Nullable Object[0];

    /** Values of the grouping expressions of this group, by their number; empty while rows are read. */
    @Nullable
    Object[] keys = new @Nullable Object[0];

    /** The window of this group, in the unit of the database. */
    long windowStart;

    long windowEnd;

    /** The state of this group's window, if it has one. */
    @Nullable
    Object windowState;

    /** The timestamp of the row, in the unit of the database. */
    long timestamp() {
        if (rows == null) {
            throw new IllegalStateException("a frame without rows");
        }
        return rows.timestamp(row);
    }
}
