// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import static io.tdspring.embedded.meta.Listing.text;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.write.TagIndexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables, super tables and their indexes. */
final class TableViews {

    private static final List<Column> SUPER_TABLES = List.of(
            text("stable_name", 192),
            text("db_name", 64),
            Column.of("create_time", DataType.TIMESTAMP),
            Column.of("columns", DataType.INT),
            Column.of("tags", DataType.INT),
            Column.of("last_update", DataType.TIMESTAMP),
            text("table_comment", 1024),
            text("watermark", 64),
            text("max_delay", 64),
            text("rollup", 128),
            Column.of("uid", DataType.BIGINT),
            Column.of("isvirtual", DataType.BOOL),
            Column.of("keep", DataType.BIGINT));

    private static final List<Column> TABLES = List.of(
            text("table_name", 192),
            text("db_name", 64),
            Column.of("create_time", DataType.TIMESTAMP),
            Column.of("columns", DataType.INT),
            text("stable_name", 192),
            Column.of("uid", DataType.BIGINT),
            Column.of("vgroup_id", DataType.INT),
            Column.of("ttl", DataType.INT),
            text("table_comment", 1024),
            text("type", 21));

    private static final List<Column> INDEXES = List.of(
            text("index_name", 192),
            text("db_name", 64),
            text("table_name", 192),
            Column.of("vgroup_id", DataType.INT),
            Column.of("create_time", DataType.TIMESTAMP),
            text("column_name", 192),
            text("index_type", 192));

    private TableViews() {}

    static SystemView superTables() {
        return new SystemView(
                "ins_stables",
                SUPER_TABLES,
                Set.of("last_update", "table_comment", "watermark", "max_delay", "rollup", "uid", "keep"),
                scope -> {
                    List<@Nullable Object[]> rows = new ArrayList<>();
                    for (Database database : scope.catalog().databases()) {
                        database.superTables().forEach(table -> rows.add(row(table)));
                    }
                    return rows;
                });
    }

    private static @Nullable Object[] row(SuperTable table) {
        @Nullable Object[] row = new @Nullable Object[SUPER_TABLES.size()];
        row[0] = table.name();
        row[1] = table.database().name();
        row[2] = table.created().toEpochMilli();
        row[3] = (long) table.columns().size();
        row[4] = (long) table.tags().size();
        row[11] = false;
        return row;
    }

    static SystemView tables() {
        return new SystemView("ins_tables", TABLES, Set.of("uid", "ttl", "table_comment"), TableViews::tableRows);
    }

    private static List<@Nullable Object[]> tableRows(Scope scope) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Database database : scope.catalog().databases()) {
            database.tables().forEach(table -> rows.add(row(table)));
        }
        return rows;
    }

    private static @Nullable Object[] row(Table table) {
        SuperTable parent = table.superTable();
        return new @Nullable Object[] {
            table.name(),
            table.database().name(),
            table.created().toEpochMilli(),
            (long) table.columns().size(),
            parent == null ? null : parent.name(),
            null,
            (long) table.vgroup().id(),
            null,
            null,
            typeOf(table)
        };
    }

    static String typeOf(Table table) {
        return table.superTable() == null ? "NORMAL_TABLE" : "CHILD_TABLE";
    }

    /** Each super table has an index of its first tag, besides those that were created. */
    static SystemView indexes(TagIndexes created) {
        return new SystemView("ins_indexes", INDEXES, Set.of("vgroup_id", "create_time", "index_extensions"), scope -> {
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (Database database : scope.catalog().databases()) {
                database.superTables()
                        .forEach(table -> rows.add(indexRow(
                                TagIndexes.firstName(table),
                                table,
                                table.tags().get(0).name())));
            }
            created.all().forEach(index -> rows.add(indexRow(index.name(), index.table(), index.tag())));
            return rows;
        });
    }

    private static @Nullable Object[] indexRow(String name, SuperTable table, String tag) {
        return new @Nullable Object[] {name, table.database().name(), table.name(), null, null, tag, "tag_index"};
    }
}
