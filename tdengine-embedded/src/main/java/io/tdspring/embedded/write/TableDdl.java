// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Insert;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.Statement;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.value.CellReader;
import io.tdspring.embedded.value.Complaint;
import io.tdspring.embedded.value.ValueContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CREATE and DROP of super tables, child tables and normal tables.
 *
 * <p>Without state, thread-safe.
 */
public final class TableDdl {

    private static final int INVALID_TABLE_OPTION = 0x261a;

    public void create(Scope scope, Statement.CreateSuperTable statement) {
        Database database = target(scope, statement.table(), "create");
        checkOptions(statement.options());
        SchemaRules.check(statement.columns(), statement.tags());
        List<Column> columns = SchemaRules.columnsOf(statement.columns());
        List<Column> tags = SchemaRules.columnsOf(statement.tags());
        String name = statement.table().name();
        SuperTable created = database.createSuperTable(name, columns, tags, scope.now());
        if (created != null) {
            created.setOptions(statement.options());
        } else if (!statement.ifNotExists()) {
            throw database.findSuperTable(name) == null ? tableExists() : superTableExists();
        }
    }

    public void create(Scope scope, Statement.CreateTable statement) {
        Database database = target(scope, statement.table(), "create");
        SchemaRules.check(statement.columns(), List.of());
        List<Column> columns = SchemaRules.columnsOf(statement.columns());
        Table created = database.createTable(statement.table().name(), columns, scope.now());
        if (created != null) {
            created.setOptions(statement.options());
        } else if (!statement.ifNotExists()) {
            throw tableExists();
        }
    }

    /** Creates child tables; first all is looked at, so that a wrong tag of the last leaves none behind. */
    public void create(Scope scope, Statement.CreateChildTables statement) {
        List<NewChild> children = new ArrayList<>();
        for (Statement.ChildTable child : statement.tables()) {
            children.add(newChild(scope, child));
        }
        for (NewChild child : children) {
            Table created = child.database().createChild(child.name(), child.superTable(), child.tags(), scope.now());
            if (created != null) {
                created.setOptions(child.options());
            } else if (!child.ifNotExists()) {
                throw child.database().findSuperTable(child.name()) == null ? tableExists() : inOtherSuperTable();
            }
        }
    }

    public void drop(Scope scope, Statement.DropTables statement) {
        List<Runnable> drops = new ArrayList<>();
        for (Statement.DroppedTable dropped : statement.tables()) {
            Database database = target(scope, dropped.table(), "drop");
            Table table = statement.kind() == Statement.TableKind.TABLE
                    ? database.findTable(dropped.table().name())
                    : null;
            SuperTable superTable = database.findSuperTable(dropped.table().name());
            if (table != null) {
                drops.add(() -> database.drop(table));
            } else if (superTable != null) {
                drops.add(() -> database.drop(superTable));
            } else if (!dropped.ifExists()) {
                throw statement.kind() == Statement.TableKind.TABLE ? Scope.noTable() : Scope.noSuperTable();
            }
        }
        drops.forEach(Runnable::run);
    }

    private static NewChild newChild(Scope scope, Statement.ChildTable child) {
        Database database = target(scope, child.table(), "create");
        Insert.Using using = child.using();
        SuperTable superTable = superTableOf(scope, using, database);
        ValueContext context = new ValueContext(database.precision(), scope.zone(), scope.now(), Complaint.ABOUT_TAGS);
        TagCells tags = TagCells.bind(superTable, using);
        List<@Nullable Object> cells = tags.read(new CellReader(context));
        return new NewChild(database, superTable, cells, child);
    }

    /** Looked for where the child goes, unless its database is written; the two must be one. */
    static SuperTable superTableOf(Scope scope, Insert.Using using, Database database) {
        String written = using.superTable().database();
        Database home = written == null ? database : scope.database(written);
        SuperTable superTable = home.findSuperTable(using.superTable().name());
        if (superTable == null || home != database) {
            throw Scope.noTable();
        }
        return superTable;
    }

    /** The database of a table that is to be changed; never one of the server's own. */
    static Database target(Scope scope, TableName table, String verb) {
        String database = scope.databaseNameOf(table);
        if (Scope.isSystemDatabase(database)) {
            throw new SqlException(
                    0x0200, "Cannot " + verb + " table of system database: `" + database + "`.`" + table.name() + "`");
        }
        return scope.databaseOf(table);
    }

    private static void checkOptions(Map<String, String> options) {
        if (options.containsKey("ttl")) {
            throw new SqlException(
                    INVALID_TABLE_OPTION,
                    "Only supported for create non-super table in databases configured with the 'TTL' option");
        }
    }

    private static SqlException tableExists() {
        return new SqlException(0x0603, "Table already exists");
    }

    private static SqlException superTableExists() {
        return new SqlException(0x0360, "STable already exists");
    }

    static SqlException inOtherSuperTable() {
        return new SqlException(0x061d, "Table already exists in other stables");
    }

    private record NewChild(
            Database database, SuperTable superTable, List<@Nullable Object> tags, Statement.ChildTable statement) {

        String name() {
            return statement.table().name();
        }

        boolean ifNotExists() {
            return statement.ifNotExists();
        }

        Map<String, String> options() {
            return statement.options();
        }
    }
}
