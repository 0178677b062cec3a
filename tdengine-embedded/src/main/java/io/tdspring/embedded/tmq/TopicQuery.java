// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import io.tdspring.embedded.store.RowBatch;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.store.TableChange;
import org.jspecify.annotations.Nullable;

/** What a topic makes of the rows that are written, and of changes of tables; thread-safe. */
@FunctionalInterface
public interface TopicQuery {

    /** The block for rows written to a table; null if the topic does not cover the table or leaves out all of the rows. */
    @Nullable
    DeliveredBlock apply(Table table, RowBatch rows);

    /** Whether the topic delivers this change of tables. */
    default boolean tells(TableChange change) {
        return false;
    }
}
