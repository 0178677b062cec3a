// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to one statement. Confined to one thread at a time, except {@link #cancel}; its blocks are immutable. */
public interface Result extends AutoCloseable {

    /** Empty if this is an update. */
    List<Column> columns();

    Precision precision();

    boolean isUpdate();

    /** Rows written by an update; 0 for DDL and queries. */
    long affectedRows();

    /**
     * Waits for the next rows, at most the timeout of the request.
     *
     * @return null at the end, and at once for an update
     */
    @Nullable
    Block nextBlock();

    /**
     * Gives back the block that {@link #nextBlock} returned last, so that its memory may hold another. Nobody may look at
     * it, its rows or its views any more. A block that is not given back stays as it is for ever. It may come back after
     * {@link #close}.
     */
    default void recycle(Block block) {}

    /**
     * Gives up the rows not yet read, by any thread: who waits in {@link #nextBlock} fails at once, and so does who calls
     * it, and the server frees the result. Does nothing for an update and after the end. Idempotent, does not wait; the
     * result has to be closed all the same.
     */
    void cancel();

    /** Frees what the server still keeps; idempotent, does not wait. */
    @Override
    void close();
}
