// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import org.jspecify.annotations.Nullable;

/** How the rows of a {@link RowBatch} are kept: each in an array of its own, or each column in one. Immutable. */
sealed interface BatchRows permits BoxedRows, ColumnRows {

    int count();

    long timestamp(int row);

    /** The cell by the server's cell conventions; null for NULL and where the statement does not name it. */
    @Nullable
    Object value(int row, int column);

    /** Whether the statement names this cell, with a value or with NULL. */
    boolean names(int row, int column);

    /** Writes cells of a column to the rows {@code at} and following of a column of a table. */
    void writeTo(Cells target, int at, int column, int from, int length);

    /** The rows with other columns: each is the one at its index here, or is not named if that is -1. */
    BatchRows relaid(int[] indexes);
}
