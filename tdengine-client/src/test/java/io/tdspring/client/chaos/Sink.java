// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.chaos;

import org.jspecify.annotations.Nullable;

/** A way to write rows; for one thread. */
interface Sink extends AutoCloseable {

    /**
     * Writes these rows, and returns when the server has acknowledged them.
     *
     * @throws io.tdspring.error.TdengineException if it has not; they may be there or not
     */
    void write(Rows rows, int from, int count);

    /** The table's definition; null if it is made by being written to. */
    default @Nullable String definition() {
        return "(ts TIMESTAMP, v INT)";
    }

    /** The column of the timestamps. */
    default String timeColumn() {
        return "ts";
    }

    @Override
    default void close() {}
}
