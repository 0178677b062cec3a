// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import io.tdspring.embedded.store.RowBatch;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.store.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The topics without a query: all data columns of every table of a database or a super table, under the table's name,
 * and changes of these tables.
 *
 * <p>Immutable and thread-safe.
 *
 * @param superTable null for every table
 * @param filter of the child or normal tables, of those that there will be too; thread-safe
 * @param contents what it tells of these tables
 */
public record WholeTables(@Nullable SuperTable superTable, Predicate<Table> filter, TopicContents contents)
        implements TopicQuery {

    @Override
    public @Nullable DeliveredBlock apply(Table table, RowBatch rows) {
        if (!contents.hasRows() || !covers(table.superTable()) || !filter.test(table)) {
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

    @Override
    public boolean tells(TableChange change) {
        boolean told = contents.has(change) && covers(change.superTable());
        return told && (!(change instanceof TableChange.OfTable ofTable) || filter.test(ofTable.table()));
    }

    private boolean covers(@Nullable SuperTable changed) {
        return superTable == null || superTable == changed;
    }
}
