// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.error.TdengineStatementException;

/** Where a value is bound, for messages: a table and a row. Confined to the thread that binds. */
final class Position {

    private String table = "";
    private long row;
    private boolean hasRefused;

    /** The table that rows go to, empty if the statement names it. */
    void table(String name) {
        table = name;
    }

    /** The number of the row that is being bound, from 0 since the last execution. */
    void row(long number) {
        row = number;
    }

    long row() {
        return row;
    }

    /** Whether a value has ever been refused. */
    boolean hasRefused() {
        return hasRefused;
    }

    /** A value that cannot be bound here; the message does not show it. */
    TdengineStatementException refused(String column, String why) {
        return refused(column, 0, why);
    }

    /** As {@link #refused(String, String)}, so many rows further on. */
    TdengineStatementException refused(String column, int further, String why) {
        hasRefused = true;
        String where = table.isEmpty() ? "" : "table " + table + ", ";
        return new TdengineStatementException(
                where + "column " + column + ", row " + (row + further) + ": " + why, null);
    }
}
