// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import java.util.BitSet;

/** Tells which rows of a column are NULL, by their indexes from 0; the values in the column's array do not matter there. */
@FunctionalInterface
public interface NullMarks {

    boolean isNull(int row);

    /** NULL where this is true. */
    static NullMarks of(boolean[] nulls) {
        return row -> nulls[row];
    }

    /** NULL where a bit is set. */
    static NullMarks of(BitSet nulls) {
        return nulls::get;
    }

    /** No row is NULL. */
    static NullMarks none() {
        return None.INSTANCE;
    }

    /** The marks of a column without NULLs. */
    enum None implements NullMarks {
        INSTANCE;

        @Override
        public boolean isNull(int row) {
            return false;
        }
    }
}
