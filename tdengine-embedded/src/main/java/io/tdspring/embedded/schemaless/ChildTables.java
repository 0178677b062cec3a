// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Columns;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.RowBatch;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.write.TablePart;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one request by the child tables that they go to, which are created if need be. Confined to one thread. */
final class ChildTables {

    private final Database database;
    private final Map<String, TablePart> parts = new LinkedHashMap<>();

    ChildTables(Database database) {
        this.database = database;
    }

    /** Adds the rows of one super table, which has all that they need. */
    void add(List<Row> rows) {
        SuperTable superTable = database.findSuperTable(rows.get(0).superTable());
        if (superTable == null) {
            throw Scope.noTable();
        }
        // What all of the request sees, whatever changes meanwhile.
        Columns columns = superTable.columns();
        Columns tags = superTable.tags();
        Map<String, Integer> columnIndexes = indexes(columns);
        Map<String, Integer> tagIndexes = indexes(tags);
        for (Row row : rows) {
            TablePart part = parts.get(row.table());
            if (part == null) {
                part = part(superTable, columns, row, cells(row.tags(), tagIndexes, null));
                parts.put(row.table(), part);
            }
            if (part.superTable() != superTable) {
                throw inOtherSuperTable();
            }
            @Nullable Object[] cells = cells(row.point().fields(), columnIndexes, RowBatch.NONE);
            cells[0] = row.point().timestamp();
            part.add(cells);
        }
    }

    /** Writes all, table by table; returns how many rows, those with the same timestamp counted once. */
    long write(Instant now) {
        long written = 0;
        for (TablePart part : parts.values()) {
            written += part.write(now);
        }
        return written;
    }

    private TablePart part(SuperTable superTable, Columns columns, Row row, @Nullable Object[] tags) {
        if (database.findSuperTable(row.table()) != null) {
            throw inOtherSuperTable();
        }
        Table existing = database.findTable(row.table());
        return existing == null
                ? TablePart.ofNew(row.table(), superTable, Arrays.asList(tags), columns)
                : TablePart.of(existing, existing.superTable() == superTable ? columns : existing.columns());
    }

    private static @Nullable Object[] cells(
            List<Entry> entries, Map<String, Integer> indexes, @Nullable Object nothing) {
        @Nullable Object[] cells = new @Nullable Object[indexes.size()];
        Arrays.fill(cells, nothing);
        for (Entry entry : entries) {
            Integer index = indexes.get(entry.name());
            if (index == null) {
                throw new SqlException(0x2602, "Invalid column name: " + entry.name());
            }
            cells[index] = entry.value().cell();
        }
        return cells;
    }

    private static Map<String, Integer> indexes(Columns columns) {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            indexes.put(columns.get(i).name(), i);
        }
        return indexes;
    }

    private static SqlException inOtherSuperTable() {
        return new SqlException(0x061d, "Table already exists in other stables");
    }
}
