// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

/**
 * One entry of a vgroup's log.
 *
 * <p>Immutable.
 */
public sealed interface LogEntry {

    /** Its position in the log: grows by at least one from entry to entry. */
    long version();

    /** Rows that one statement wrote to one table. */
    record RowsWritten(long version, Table table, RowBatch rows) implements LogEntry {}

    /** A change of the schema, or a deletion of rows; it only takes a version. */
    record SchemaChanged(long version) implements LogEntry {}
}
