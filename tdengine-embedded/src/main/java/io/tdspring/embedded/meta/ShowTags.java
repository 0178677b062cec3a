// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import static io.tdspring.embedded.meta.Listing.text;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHOW TAGS FROM a child table: a row for each tag. */
final class ShowTags {

    private static final List<Column> COLUMNS = List.of(
            text("table_name", 192),
            text("db_name", 64),
            text("stable_name", 192),
            text("tag_name", 64),
            text("tag_type", 32),
            text("tag_value", 16_384));

    private ShowTags() {}

    static Listing of(Scope scope, TableName name) {
        Database database = scope.databaseOf(name);
        Table table = database.findTable(name.name());
        if (table == null && database.findSuperTable(name.name()) != null) {
            return new Listing(COLUMNS, List.of());
        }
        if (table == null) {
            throw new SqlException(0x2662, "Fail to get table info, error: Table does not exist");
        }
        SuperTable superTable = table.superTable();
        if (superTable == null) {
            throw new SqlException(0x2665, "Tags can only applied to super table and child table");
        }
        List<Column> tags = superTable.tags();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            Column tag = tags.get(i);
            Object value = table.tag(tags, i);
            rows.add(new @Nullable Object[] {
                table.name(),
                database.name(),
                superTable.name(),
                tag.name(),
                ColumnText.typeOf(tag),
                value == null ? null : ColumnText.textOf(value)
            });
        }
        return new Listing(COLUMNS, rows);
    }
}
