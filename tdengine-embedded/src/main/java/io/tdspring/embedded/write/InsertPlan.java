// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Insert;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.RowBatch;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.value.ValueContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT will write, table by table; making it changes nothing.
 *
 * <p>Confined to the statement.
 */
final class InsertPlan {

    private final Scope scope;
    private final Insert insert;
    private final Map<TableName, TablePart> parts = new LinkedHashMap<>();

    private final Map<SuperTable, List<Column>> columns = new HashMap<>();

    InsertPlan(Scope scope, Insert insert) {
        this.scope = scope;
        this.insert = insert;
    }

    /** The tables in the order in which the statement first names them. */
    Collection<TablePart> parts() {
        return parts.values();
    }

    /** Reads the rows for one table. */
    void add(Insert.Target target) {
        Database database = databaseOf(target.table());
        RowReader reader = new RowReader(insert, database, contextOf(database));
        SuperTable superTable = database.findSuperTable(target.table().name());
        if (superTable != null && target.using() == null) {
            new SuperTableRows(this, superTable, insert, reader).add(target);
            return;
        }
        TablePart part = partOf(database, target, reader);
        requireRows(target);
        int[] numbers = InsertColumns.bind(part.columns(), target.columns());
        List<@Nullable Column> columns = Arrays.stream(numbers)
                .<@Nullable Column>mapToObj(part.columns()::get)
                .toList();
        int timestamp = Arrays.stream(numbers).boxed().toList().indexOf(0);
        for (Insert.Row values : target.rows()) {
            @Nullable Object[] row = emptyRow(part);
            reader.read(values, columns, numbers, row);
            reader.checkTimestamp(row[0], values.values().get(timestamp));
            part.add(row);
        }
    }

    /** The part for a table, which is created with these tags if it does not exist. */
    TablePart partOf(SuperTable superTable, String table, Supplier<List<@Nullable Object>> tags) {
        Database database = superTable.database();
        TablePart known = parts.get(new TableName(database.name(), table));
        if (known == null) {
            if (database.findSuperTable(table) != null) {
                throw TableDdl.inOtherSuperTable();
            }
            Table existing = database.findTable(table);
            known = existing == null
                    ? TablePart.ofNew(table, superTable, tags.get(), columnsOf(superTable))
                    : TablePart.of(existing, columnsOf(existing));
            parts.put(new TableName(database.name(), table), known);
        }
        if (known.superTable() != superTable) {
            throw TableDdl.inOtherSuperTable();
        }
        return known;
    }

    /** The columns of a super table: all of the statement sees the same, whatever changes meanwhile. */
    List<Column> columnsOf(SuperTable superTable) {
        return columns.computeIfAbsent(superTable, SuperTable::columns);
    }

    private List<Column> columnsOf(Table table) {
        SuperTable superTable = table.superTable();
        return superTable == null ? table.columns() : columnsOf(superTable);
    }

    void requireRows(Insert.Target target) {
        if (target.rows().isEmpty()) {
            throw new SqlException(SqlException.INCOMPLETE, "Incomplete SQL statement");
        }
    }

    static @Nullable Object[] emptyRow(TablePart part) {
        @Nullable Object[] row = new @Nullable Object[part.columns().size()];
        Arrays.fill(row, RowBatch.NONE);
        return row;
    }

    private TablePart partOf(Database database, Insert.Target target, RowReader reader) {
        Insert.Using using = target.using();
        String name = target.table().name();
        if (using != null) {
            SuperTable superTable = TableDdl.superTableOf(scope, using, database);
            return partOf(superTable, name, () -> tagsOf(superTable, using, reader));
        }
        TablePart known = parts.get(new TableName(database.name(), name));
        if (known == null) {
            Table table = database.findTable(name);
            if (table == null) {
                throw Scope.noTable();
            }
            known = TablePart.of(table, columnsOf(table));
            parts.put(new TableName(database.name(), name), known);
        }
        return known;
    }

    private List<@Nullable Object> tagsOf(SuperTable superTable, Insert.Using using, RowReader reader) {
        if (using.tagNames().isEmpty()
                && using.tags().size() < superTable.tags().size()) {
            throw SqlException.insertSyntax(insert.rest(using.closing()), "invalid data or symbol");
        }
        return TagCells.bind(superTable, using).read(reader.cells());
    }

    private Database databaseOf(TableName table) {
        String name = scope.databaseNameOf(table);
        if (Scope.isSystemDatabase(name)) {
            throw new SqlException(0x2669, "System table not allowed");
        }
        if (name == null) {
            throw new SqlException(0x0200, "db is not specified");
        }
        return scope.database(name);
    }

    private ValueContext contextOf(Database database) {
        return new ValueContext(database.precision(), scope.zone(), scope.now(), insert::invalid);
    }
}
