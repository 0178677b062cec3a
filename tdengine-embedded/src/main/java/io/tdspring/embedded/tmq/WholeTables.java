// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import io.tdspring.embedded.store.RowBatch;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The topics without a query: all data columns of every table of a database or a super table, under the table's name.
 *
 * <p>Immutable and thread-safe.
 *
 * @param superTable null for every table
 */
public record WholeTables(@Nullable SuperTable superTable) implements TopicQuery {

    @Override
    public @Nullable DeliveredBlock apply(Table table, RowBatch rows) {
        if (superTable != null && table.superTable() != superTable) {
            return null;
        }
        List<@Nullable Object[]> cells = new ArrayList<>(rows.count());
        for (int row = 0; row < rows.count(); row++) {
            @Nullable Object[] copy = new @Nullable Object[rows.columns().size()];
            for (int column = 0; column < copy.length; column++) {
                copy[column] = rows.value(row, column);
            }
            cells.add(copy);
        }
        return new DeliveredBlock(table.name(), rows.columns(), table.database().precision(), cells);
    }
}
