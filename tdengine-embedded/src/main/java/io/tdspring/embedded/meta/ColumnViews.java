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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns of tables, and tags with their values. */
final class ColumnViews {

    private static final int HEAD_BYTES = 2;
    private static final int CHARACTER_BYTES = 4;

    private static final List<Column> COLUMNS = List.of(
            text("table_name", 192),
            text("db_name", 64),
            text("table_type", 21),
            text("col_name", 64),
            text("col_type", 32),
            Column.of("col_length", DataType.INT));

    private static final List<Column> TAGS = List.of(
            text("table_name", 192),
            text("db_name", 64),
            text("stable_name", 192),
            text("tag_name", 64),
            text("tag_type", 32),
            text("tag_value", 16_384));

    private ColumnViews() {}

    static SystemView columns() {
        return new SystemView(
                "ins_columns",
                COLUMNS,
                Set.of("col_precision", "col_scale", "col_nullable", "col_source"),
                ColumnViews::columnRows);
    }

    private static List<@Nullable Object[]> columnRows(Scope scope) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Database database : scope.catalog().databases()) {
            for (SuperTable table : database.superTables()) {
                addColumns(rows, List.of(table.name(), database.name(), "SUPER_TABLE"), table.columns());
            }
            for (Table table : database.tables()) {
                addColumns(rows, List.of(table.name(), database.name(), TableViews.typeOf(table)), table.columns());
            }
        }
        return rows;
    }

    private static void addColumns(List<@Nullable Object[]> rows, List<String> table, List<Column> columns) {
        for (Column column : columns) {
            rows.add(new @Nullable Object[] {
                table.get(0), table.get(1), table.get(2), column.name(), typeOf(column), storedLength(column)
            });
        }
    }

    static SystemView tags() {
        return new SystemView("ins_tags", TAGS, Set.of(), scope -> {
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (Database database : scope.catalog().databases()) {
                database.tables().forEach(table -> rows.addAll(tagsOf(table)));
            }
            return rows;
        });
    }

    /** The tags of one child table, with the columns of ins_tags; none of another table. */
    static Listing tagListing(@Nullable Table table) {
        return new Listing(TAGS, table == null ? List.of() : tagsOf(table));
    }

    private static List<@Nullable Object[]> tagsOf(Table table) {
        SuperTable parent = table.superTable();
        if (parent == null) {
            return List.of();
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<Column> tags = parent.tags();
        for (int i = 0; i < tags.size(); i++) {
            Column tag = tags.get(i);
            Object value = table.tag(tags, i);
            rows.add(new @Nullable Object[] {
                table.name(),
                table.database().name(),
                parent.name(),
                tag.name(),
                typeOf(tag),
                value == null ? null : ColumnText.textOf(value)
            });
        }
        return rows;
    }

    private static String typeOf(Column column) {
        return column.type() == DataType.JSON ? "JSON(16382)" : ColumnText.typeOf(column);
    }

    /** With what is kept before text, and four bytes for a character of NCHAR; null where that is not known. */
    private static @Nullable Object storedLength(Column column) {
        return switch (column.type()) {
            case VARCHAR, VARBINARY, GEOMETRY -> (long) column.length() + HEAD_BYTES;
            case NCHAR -> (long) column.length() * CHARACTER_BYTES + HEAD_BYTES;
            case BLOB -> null;
            default -> (long) column.length();
        };
    }
}
