// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Alter;
import io.tdspring.embedded.sql.Alter.Member;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.Statement.TableKind;
import io.tdspring.embedded.store.Columns;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.store.TableChange;
import io.tdspring.embedded.value.CellReader;
import io.tdspring.embedded.value.Complaint;
import io.tdspring.embedded.value.ValueContext;
import java.util.ArrayList;
import java.util.List;

/**
 * ALTER of super tables, child tables and normal tables.
 *
 * <p>Thread-safe.
 */
public final class AlterTable {

    private static final int INVALID_ALTER = 0x2649;

    private final ColumnUse use;

    /**
     * ALTER with regard to those who read.
     *
     * @param use what must stay as it is
     */
    public AlterTable(ColumnUse use) {
        this.use = use;
    }

    /** Tells which columns and tags topics depend on. */
    @FunctionalInterface
    public interface ColumnUse {

        /** Whether somebody's query reads this column or tag of a super table or a normal table. */
        boolean isUsed(Database database, String table, String column);
    }

    /**
     * Changes a table; readers see it as it was or as it becomes.
     *
     * @throws SqlException as TDengine does if the change is not possible
     */
    public void alter(Scope scope, Alter alter) {
        Database database = TableDdl.target(scope, alter.table(), "alter");
        SuperTable superTable = database.findSuperTable(alter.table().name());
        if (superTable != null) {
            alter(superTable, alter);
            return;
        }
        Table table = database.findTable(alter.table().name());
        if (table == null) {
            throw Scope.noTable();
        }
        if (alter.kind() == TableKind.STABLE) {
            throw SqlException.notSupported("ALTER STABLE of a table that is no super table");
        }
        if (alter.change() instanceof Alter.SetTags change) {
            setTags(scope, table, change);
        } else if (alter.change() instanceof Alter.Options change) {
            table.setOptions(change.options());
        } else {
            alter(table, alter.change());
        }
    }

    private void alter(SuperTable superTable, Alter alter) {
        Alter.Change change = alter.change();
        if (change instanceof Alter.SetTags) {
            throw new SqlException(INVALID_ALTER, "Set tag value only available for child table");
        }
        if (change instanceof Alter.Options options) {
            if (options.options().containsKey("ttl")) {
                throw SqlException.notSupported("TTL of a super table");
            }
            superTable.setOptions(options.options());
            return;
        }
        Database database = superTable.database();
        SchemaChange schema = new SchemaChange(column -> use.isUsed(database, superTable.name(), column));
        if (memberOf(change) == Member.COLUMN) {
            database.alterColumns(superTable, columns -> schema.ofSuperTable(columns, superTable.tags(), change));
        } else {
            database.alterTags(superTable, tags -> schema.ofTags(superTable.columns(), tags, change));
        }
    }

    private void alter(Table table, Alter.Change change) {
        if (table.superTable() != null || memberOf(change) == Member.TAG) {
            throw new SqlException(INVALID_ALTER, "Invalid alter table statement");
        }
        Database database = table.database();
        SchemaChange schema = new SchemaChange(column -> use.isUsed(database, table.name(), column));
        database.alterColumns(table, columns -> schema.ofNormalTable(columns, change));
    }

    private static Member memberOf(Alter.Change change) {
        if (change instanceof Alter.Add add) {
            return add.member();
        }
        if (change instanceof Alter.Drop drop) {
            return drop.member();
        }
        if (change instanceof Alter.Modify modify) {
            return modify.member();
        }
        if (change instanceof Alter.Rename rename) {
            return rename.member();
        }
        throw new IllegalArgumentException(change.toString());
    }

    private static void setTags(Scope scope, Table table, Alter.SetTags change) {
        SuperTable superTable = table.superTable();
        Columns tags = superTable == null ? Columns.of(List.of()) : superTable.tags();
        CellReader reader = new CellReader(
                new ValueContext(table.database().precision(), scope.zone(), scope.now(), Complaint.ABOUT_TAGS));
        List<TableChange.TagValue> values = new ArrayList<>();
        for (Alter.TagValue value : change.values()) {
            int index = tags.indexOf(value.tag());
            if (index < 0) {
                throw new SqlException(INVALID_ALTER, "Invalid tag name: " + value.tag());
            }
            Column tag = tags.get(index);
            values.add(new TableChange.TagValue(tag, reader.read(tag, value.value())));
        }
        table.database().alterTagValues(table, tags, values);
    }
}
