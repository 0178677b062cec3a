// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.data.Column;
import io.tdspring.embedded.store.CellArray;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.RowBatch;
import io.tdspring.embedded.store.RowBatchBuilder;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one INSERT writes to one table, which may have to be created first.
 *
 * <p>Confined to the statement.
 */
public final class TablePart {

    private final Database database;
    private final String name;
    private final @Nullable Table table;
    private final @Nullable NewTable created;
    private final List<Column> columns;
    private final RowBatchBuilder rows;

    private TablePart(
            Database database, String name, @Nullable Table table, @Nullable NewTable created, List<Column> columns) {
        this.database = database;
        this.name = name;
        this.table = table;
        this.created = created;
        this.columns = columns;
        this.rows = new RowBatchBuilder(columns);
    }

    /**
     * A part for a table that exists.
     *
     * @param columns of the table, the same for the whole statement
     */
    public static TablePart of(Table table, List<Column> columns) {
        return new TablePart(table.database(), table.name(), table, null, columns);
    }

    /**
     * A part for a child table that is to be created.
     *
     * @param columns of the super table, the same for the whole statement
     */
    public static TablePart ofNew(
            String name, SuperTable superTable, List<@Nullable Object> tags, List<Column> columns) {
        return new TablePart(superTable.database(), name, null, new NewTable(superTable, tags), columns);
    }

    Database database() {
        return database;
    }

    /** The super table that the table follows or will follow; null for a normal table. */
    public @Nullable SuperTable superTable() {
        if (table != null) {
            return table.superTable();
        }
        return created == null ? null : created.superTable();
    }

    /** The table's columns when this part was begun. */
    public List<Column> columns() {
        return columns;
    }

    /** Adds a row as {@link RowBatchBuilder#add} takes it. */
    public void add(@Nullable Object[] cells) {
        rows.add(cells);
    }

    /** Adds rows as {@link RowBatchBuilder#addAll} takes them. */
    public void addAll(int count, List<@Nullable CellArray> cells) {
        rows.addAll(count, cells);
    }

    /** Creates the table if it has to be, and writes; returns how many rows. */
    public int write(Instant now) {
        RowBatch batch = rows.build();
        Table target = table == null ? create(now) : table;
        if (!target.vgroup().write(target, batch)) {
            throw Scope.noTable();
        }
        return batch.count();
    }

    private Table create(Instant now) {
        if (created == null) {
            throw Scope.noTable();
        }
        Table added = database.createChildForRows(name, created.superTable(), created.tags(), now);
        if (added != null) {
            return added;
        }
        // Another statement was faster; its tags stay.
        Table existing = database.findTable(name);
        if (existing == null) {
            throw Scope.noTable();
        }
        if (existing.superTable() != created.superTable()) {
            throw TableDdl.inOtherSuperTable();
        }
        return existing;
    }

    private record NewTable(SuperTable superTable, List<@Nullable Object> tags) {}
}
