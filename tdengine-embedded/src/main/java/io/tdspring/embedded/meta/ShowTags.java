// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.Statement;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHOW TAGS FROM a child table: a row for each tag; SHOW TABLE TAGS FROM a super table: a row for each child. */
public final class ShowTags {

    private static final Column TABLE_NAME = Listing.text("tbname", 270);

    private ShowTags() {}

    static Listing of(Scope scope, TableName name) {
        Database database = scope.databaseOf(name);
        Table table = database.findTable(name.name());
        if (table == null && database.findSuperTable(name.name()) != null) {
            return ColumnViews.tagListing(null);
        }
        if (table == null) {
            throw new SqlException(0x2662, "Fail to get table info, error: Table does not exist");
        }
        if (table.superTable() == null) {
            throw new SqlException(0x2665, "Tags can only applied to super table and child table");
        }
        return ColumnViews.tagListing(table);
    }

    /**
     * The answer to SHOW TABLE TAGS.
     *
     * @throws SqlException with TDengine's code, or if this server does not show that
     */
    public static Listing ofChildren(Scope scope, Statement.ShowTableTags statement) {
        Database database = scope.databaseOf(statement.table());
        SuperTable superTable = database.findSuperTable(statement.table().name());
        if (superTable == null) {
            throw SqlException.notSupported("SHOW TABLE TAGS of anything but a super table");
        }
        List<Column> tags = superTable.tags();
        List<Integer> wanted = statement.names().isEmpty() ? everything(tags) : places(tags, statement.names());
        List<Column> columns = wanted.stream()
                .map(place -> place < 0 ? TABLE_NAME : tags.get(place))
                .toList();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Table child : superTable.children()) {
            rows.add(wanted.stream()
                    .map(place -> place < 0 ? child.name() : child.tag(tags, place))
                    .toArray());
        }
        return new Listing(columns, rows);
    }

    /** The name, which has the place −1, and all tags. */
    private static List<Integer> everything(List<Column> tags) {
        List<Integer> places = new ArrayList<>();
        for (int i = -1; i < tags.size(); i++) {
            places.add(i);
        }
        return places;
    }

    private static List<Integer> places(List<Column> tags, List<String> names) {
        List<String> known = tags.stream().map(Column::name).toList();
        List<Integer> places = new ArrayList<>();
        for (String name : names) {
            int place = known.indexOf(name);
            if (place < 0 && !name.equals(TABLE_NAME.name())) {
                throw SqlException.notSupported("SHOW TABLE TAGS of " + name);
            }
            places.add(place);
        }
        return places;
    }
}
