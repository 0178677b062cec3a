// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import org.jspecify.annotations.Nullable;

/** Collects an aggregate that has a row of its own for each of its values, instead of one for the group. One thread's. */
interface RowsAccumulator extends Accumulator {

    /** How many rows the group has. */
    int size();

    /** The value in one of the rows; null for NULL. */
    @Nullable
    Object value(int number);

    /** Puts the frame on the row of the table that a value is of; only for functions that select rows. */
    default void select(Frame frame, int number) {
        throw new IllegalStateException("no row is selected");
    }

    @Override
    default @Nullable Object result() {
        return size() == 0 ? null : value(0);
    }
}
