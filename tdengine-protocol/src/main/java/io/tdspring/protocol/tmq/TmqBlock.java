// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.data.Block;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table, or of a query.
 *
 * @param tableName null if the message names no tables, as those of topics with a query do not
 */
public record TmqBlock(@Nullable String tableName, Block block) {}
