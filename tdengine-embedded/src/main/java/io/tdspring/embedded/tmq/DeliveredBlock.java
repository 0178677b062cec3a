// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table and one log entry.
 *
 * <p>Immutable by convention: nobody writes to the rows.
 *
 * @param tableName the table the rows were written to, null for query topics, which do not tell it
 * @param rows cells by the server's cell conventions, one for each column
 */
public record DeliveredBlock(
        @Nullable String tableName, List<Column> columns, Precision precision, List<@Nullable Object[]> rows) {

    public DeliveredBlock {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
