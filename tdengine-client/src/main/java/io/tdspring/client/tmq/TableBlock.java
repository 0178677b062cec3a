// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.protocol.block.BlockWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table within a message. Immutable.
 *
 * @param tableName the table's name without its database; null if the server gives none, as for a topic whose query
 *     merges tables
 */
public record TableBlock(@Nullable String tableName, Block block) {

    /**
     * Rows made of Java values, as tests need them.
     *
     * @param columns at least one
     * @param rows each with a value a column, null for NULL: an Instant for a TIMESTAMP, which is cut to milliseconds, and
     *     else what the column's getter of objects gives
     * @throws IllegalArgumentException if a row has not as many values as there are columns
     * @throws io.tdspring.error.TdConversionException if a value does not fit its column
     */
    public static TableBlock of(@Nullable String tableName, List<Column> columns, List<@Nullable Object[]> rows) {
        BlockWriter writer = new BlockWriter(columns, BlockWriter.SUBSCRIPTION);
        rows.forEach(row -> writer.addRow(cells(row)));
        return new TableBlock(tableName, writer.toBlock(Precision.MILLISECOND));
    }

    private static @Nullable Object[] cells(@Nullable Object[] row) {
        @Nullable Object[] cells = row.clone();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Instant instant) {
                cells[i] = Precision.MILLISECOND.fromInstant(instant);
            }
        }
        return cells;
    }
}
