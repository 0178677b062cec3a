// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.data.Block;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table within a message. Immutable.
 *
 * @param tableName the table's name without its database; null if the server gives none, as for a topic whose query
 *     merges tables
 */
public record TableBlock(@Nullable String tableName, Block block) {}
