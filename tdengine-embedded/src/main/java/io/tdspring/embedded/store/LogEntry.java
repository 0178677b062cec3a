// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a vgroup's log.
 *
 * <p>Immutable.
 */
public sealed interface LogEntry {

    /** Its position in the log: grows by at least one from entry to entry. */
    long version();

    /**
     * Rows that one statement wrote to one table.
     *
     * @param created if the statement created the table, that; else null
     */
    record RowsWritten(long version, Table table, RowBatch rows, TableChange.@Nullable ChildCreated created)
            implements LogEntry {}

    /** A change of tables, or a deletion of rows. */
    record TablesChanged(long version, TableChange change) implements LogEntry {}
}
