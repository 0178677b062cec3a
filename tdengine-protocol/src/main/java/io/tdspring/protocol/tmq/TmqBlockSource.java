// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.data.Precision;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as {@link TmqData#write} takes them.
 *
 * @param tableName null for a topic with a query; all blocks of a message have one or none has
 * @param columnNames as many as the block has columns
 * @param block a raw block of version 2, from its position to its limit
 */
public record TmqBlockSource(
        @Nullable String tableName, List<String> columnNames, Precision precision, ByteBuffer block) {

    public TmqBlockSource {
        columnNames = List.copyOf(columnNames);
    }
}
