// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import org.jspecify.annotations.Nullable;

/**
 * A row as its listener takes it, with where it came from.
 *
 * @param value the row as the listener's type; null only for the NULL of a single value
 * @param offset of the message that brought the row; all its rows share it
 * @param tableName the child table, if the topic tells it: super-table and database topics do, query topics do not
 */
public record TdRecord<T extends @Nullable Object>(
        T value,
        String topic,
        String database,
        int vgroupId,
        long offset,
        @Nullable String tableName) {}
