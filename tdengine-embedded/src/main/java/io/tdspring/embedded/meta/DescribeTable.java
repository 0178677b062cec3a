// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import static io.tdspring.embedded.meta.Listing.text;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DESCRIBE: the columns and tags of a table with the way TDengine stores them by default. */
public final class DescribeTable {

    private static final List<Column> COLUMNS = List.of(
            text("field", 325),
            text("type", 20),
            Column.of("length", DataType.INT),
            text("note", 16),
            text("encode", 12),
            text("compress", 12),
            text("level", 12));

    /** DESCRIBE shows this for a BLOB, unlike results, which show how long one may be. */
    private static final long BLOB_LENGTH = 5;

    private DescribeTable() {}

    /**
     * The answer to a DESCRIBE.
     *
     * @throws SqlException 0x2603 if there is no such table
     */
    public static Listing describe(Scope scope, SystemCatalog system, TableName name) {
        if (Scope.isSystemDatabase(scope.databaseNameOf(name))) {
            return ofSystem(system.view(scope, name));
        }
        Database database = scope.databaseOf(name);
        Table table = database.findTable(name.name());
        SuperTable superTable = database.findSuperTable(name.name());
        if (table != null) {
            return listing(table.columns(), table.superTable());
        }
        if (superTable != null) {
            return listing(superTable.columns(), superTable);
        }
        throw Scope.noTable();
    }

    /** Nothing is told about how a system table is stored. */
    private static Listing ofSystem(SystemView view) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Column column : view.columns()) {
            rows.add(new @Nullable Object[] {
                column.name(), ColumnText.describedTypeOf(column), (long) column.length(), ""
            });
        }
        return new Listing(COLUMNS.subList(0, 4), rows);
    }

    private static Listing listing(List<Column> columns, @Nullable SuperTable superTable) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        columns.forEach(column -> rows.add(row(column)));
        if (superTable != null) {
            superTable.tags().forEach(tag -> rows.add(tagRow(tag)));
        }
        return new Listing(COLUMNS, rows);
    }

    private static @Nullable Object[] row(Column column) {
        ColumnStorage storage = ColumnStorage.of(column.type());
        return new @Nullable Object[] {
            column.name(),
            ColumnText.describedTypeOf(column),
            column.type() == DataType.BLOB ? BLOB_LENGTH : (long) column.length(),
            "",
            storage.encode(),
            storage.compress(),
            storage.level()
        };
    }

    private static @Nullable Object[] tagRow(Column tag) {
        return new @Nullable Object[] {
            tag.name(), ColumnText.describedTypeOf(tag), (long) tag.length(), "TAG", "disabled", "disabled", "disabled"
        };
    }
}
