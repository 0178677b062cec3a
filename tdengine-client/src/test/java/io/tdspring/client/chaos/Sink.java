// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.chaos;

/** A way to write rows; for one thread. */
interface Sink extends AutoCloseable {

    /**
     * Writes these rows, and returns when the server has acknowledged them.
     *
     * @throws io.tdspring.error.TdengineException if it has not; they may be there or not
     */
    void write(Rows rows, int from, int count);

    @Override
    default void close() {}
}
