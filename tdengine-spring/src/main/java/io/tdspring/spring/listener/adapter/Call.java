// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.spring.listener.BatchRows;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method. Immutable.
 *
 * @param payload null for a method without one, or for NULL
 * @param tableName of the row or block, if the topic tells it
 * @param row the first of those that stand or fall with the call, counted over all blocks of the message
 * @param rows of the list that is the payload, if it is one
 */
record Call(@Nullable Object payload, @Nullable String tableName, int row, Delivery delivery, BatchRows rows) {

    /** A call whose payload is no list. */
    Call(@Nullable Object payload, @Nullable String tableName, int row, Delivery delivery) {
        this(payload, tableName, row, delivery, BatchRows.NONE);
    }
}
