// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** SHOW CREATE DATABASE, SHOW CREATE TABLE and SHOW CREATE STABLE. */
final class ShowCreate {

    private static final List<Column> COLUMNS =
            List.of(Listing.text("Table", 193), Listing.text("Create Table", 3_145_726));

    private static final List<Column> DATABASE_COLUMNS =
            List.of(Listing.text("Database", 65), Listing.text("Create Database", 3_145_726));

    /** In the order in which they are shown. */
    private static final List<String> DATABASE_OPTIONS = List.of(
            "buffer",
            "cachesize",
            "cachemodel",
            "comp",
            "duration",
            "wal_fsync_period",
            "maxrows",
            "minrows",
            "stt_trigger",
            "keep",
            "pages",
            "pagesize",
            "precision",
            "replica",
            "wal_level",
            "vgroups",
            "single_stable",
            "table_prefix",
            "table_suffix",
            "tsdb_pagesize",
            "wal_retention_period",
            "wal_retention_size",
            "keep_time_offset");

    private static final Set<String> QUOTED_OPTIONS = Set.of("cachemodel", "precision");

    private ShowCreate() {}

    static Listing database(Database database) {
        StringBuilder statement = new StringBuilder("CREATE DATABASE ").append(quoted(database.name()));
        for (String option : DATABASE_OPTIONS) {
            String value = shown(option, database.options().texts().get(option));
            if (value != null) {
                statement
                        .append(' ')
                        .append(option.toUpperCase(Locale.ROOT))
                        .append(' ')
                        .append(value);
            }
        }
        return new Listing(
                DATABASE_COLUMNS,
                List.<@Nullable Object[]>of(new @Nullable Object[] {database.name(), statement.toString()}));
    }

    /** Null if it is not known what a real server has by default. */
    private static @Nullable String shown(String option, @Nullable String text) {
        if (text != null && QUOTED_OPTIONS.contains(option)) {
            return "'" + text + "'";
        }
        return switch (option) {
            case "keep" -> DatabaseText.keep(text);
            case "duration" -> DatabaseText.time(text);
            default -> text;
        };
    }

    static Listing table(Scope scope, TableName name) {
        Database database = scope.databaseOf(name);
        Table table = database.findTable(name.name());
        if (table != null) {
            return listing(name, statementOf(table));
        }
        return superTable(database, name);
    }

    /** @throws SqlException 0x022F if it is a table of another kind */
    static Listing superTable(Scope scope, TableName name) {
        Database database = scope.databaseOf(name);
        if (database.findTable(name.name()) != null) {
            throw new SqlException(0x022f, "Table is not a super table");
        }
        return superTable(database, name);
    }

    private static Listing superTable(Database database, TableName name) {
        SuperTable superTable = database.findSuperTable(name.name());
        if (superTable == null) {
            throw Scope.noTable();
        }
        refuse(superTable.options());
        return listing(
                name,
                "CREATE STABLE " + quoted(superTable.name()) + " " + definitions(superTable.columns()) + " TAGS "
                        + definitions(superTable.tags()));
    }

    private static Listing listing(TableName name, String statement) {
        return new Listing(COLUMNS, List.<@Nullable Object[]>of(new @Nullable Object[] {name.name(), statement}));
    }

    /** How a real server shows them was not seen. */
    private static void refuse(Map<String, String> options) {
        if (!options.isEmpty()) {
            throw SqlException.notSupported("SHOW CREATE of a table with COMMENT, TTL or SMA");
        }
    }

    private static String statementOf(Table table) {
        refuse(table.options());
        SuperTable superTable = table.superTable();
        if (superTable == null) {
            return "CREATE TABLE " + quoted(table.name()) + " " + definitions(table.columns());
        }
        List<Column> tags = superTable.tags();
        StringJoiner names = new StringJoiner(", ", "(", ")");
        StringJoiner values = new StringJoiner(", ", "(", ")");
        for (int i = 0; i < tags.size(); i++) {
            Column tag = tags.get(i);
            names.add(quoted(tag.name()));
            values.add(ColumnText.literalOf(tag, table.tag(tags, i)));
        }
        return "CREATE TABLE " + quoted(table.name()) + " USING " + quoted(superTable.name()) + " " + names + " TAGS "
                + values;
    }

    private static String definitions(List<Column> columns) {
        StringJoiner definitions = new StringJoiner(", ", "(", ")");
        columns.forEach(column -> definitions.add(quoted(column.name()) + " " + ColumnText.typeOf(column)));
        return definitions.toString();
    }

    private static String quoted(String name) {
        return "`" + name + "`";
    }
}
