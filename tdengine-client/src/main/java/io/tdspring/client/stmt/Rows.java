// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.protocol.stmt.WireValues;

/**
 * Which rows of a column are bound, and which of them are NULL. Immutable.
 *
 * @param from the first, as an index of the caller's array
 * @param count how many
 */
record Rows(int from, int count, NullMarks nulls) {

    int end() {
        return from + count;
    }

    boolean isNull(int row) {
        return nulls.isNull(row);
    }

    /** Marks those that are NULL, after all of them have been added. */
    void markNulls(WireValues out) {
        if (nulls == NullMarks.none()) {
            return;
        }
        int first = out.rows() - count - from;
        for (int row = from; row < end(); row++) {
            if (nulls.isNull(row)) {
                out.setNull(first + row);
            }
        }
    }
}
