// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Alter;
import io.tdspring.embedded.sql.Alter.Member;
import io.tdspring.embedded.sql.ColumnDefinition;
import io.tdspring.embedded.sql.Statement;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Columns;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.write.AlterTable;
import io.tdspring.embedded.write.TableDdl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;

/**
 * Makes super tables, columns and tags that rows need and do not find, by the statements that SQL has for it.
 *
 * <p>Thread-safe: looking needs no lock, changes are made one request at a time.
 */
final class SchemaEvolver {

    private static final Column TIME_COLUMN = Column.of("_ts", DataType.TIMESTAMP);
    /** The tag of a super table whose rows came without any. */
    private static final ColumnDefinition NO_TAG = new ColumnDefinition("_tag_null", DataType.NCHAR, 1, 0, 0);

    private final TableDdl tables;
    private final AlterTable alter;
    private final Lock lock;

    /**
     * An evolver.
     *
     * @param lock held while tables change
     */
    SchemaEvolver(TableDdl tables, AlterTable alter, Lock lock) {
        this.tables = tables;
        this.alter = alter;
        this.lock = lock;
    }

    /**
     * Makes what rows need.
     *
     * @param groups the rows of each super table
     * @throws io.tdspring.embedded.sql.SqlException if a table cannot take a row; then nothing has changed, unless a
     *     limit is met that only some of the changes exceed
     */
    void evolve(Scope scope, Database database, Collection<List<Row>> groups) {
        if (changes(database, groups).isEmpty()) {
            return;
        }
        lock.lock();
        try {
            // Looked at again: another request may have made some of it.
            for (Statement change : changes(database, groups)) {
                if (change instanceof Alter altered) {
                    alter.alter(scope, altered);
                } else if (change instanceof Statement.CreateSuperTable created) {
                    tables.create(scope, created);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private static List<Statement> changes(Database database, Collection<List<Row>> groups) {
        List<Statement> changes = new ArrayList<>();
        groups.forEach(rows -> addChanges(database, rows, changes));
        return changes;
    }

    private static void addChanges(Database database, List<Row> rows, List<Statement> changes) {
        NeededColumns tags = new NeededColumns();
        NeededColumns fields = new NeededColumns();
        for (Row row : rows) {
            row.tags().forEach(tags::add);
            row.point().fields().forEach(fields::add);
        }
        TableName name = new TableName(database.name(), rows.get(0).superTable());
        SuperTable superTable = database.findSuperTable(name.name());
        if (superTable == null) {
            fields.requireApartFrom(tags, List.of(TIME_COLUMN), List.of());
            changes.add(creation(name, fields, tags));
        } else {
            fields.requireApartFrom(tags, superTable.columns(), superTable.tags());
            addAlters(name, Member.COLUMN, fields, superTable.columns(), changes);
            addAlters(name, Member.TAG, tags, superTable.tags(), changes);
        }
    }

    private static Statement creation(TableName name, NeededColumns fields, NeededColumns tags) {
        List<ColumnDefinition> columns = new ArrayList<>(fields.definitions());
        columns.add(0, new ColumnDefinition(TIME_COLUMN.name(), TIME_COLUMN.type(), TIME_COLUMN.length(), 0, 0));
        return new Statement.CreateSuperTable(
                name, false, columns, tags.isEmpty() ? List.of(NO_TAG) : tags.definitions(), Map.of());
    }

    private static void addAlters(
            TableName name, Member member, NeededColumns needed, Columns present, List<Statement> changes) {
        for (ColumnDefinition longer : needed.tooShort(present)) {
            changes.add(new Alter(Statement.TableKind.STABLE, name, new Alter.Modify(member, longer)));
        }
        for (ColumnDefinition missing : needed.missing(present)) {
            changes.add(new Alter(Statement.TableKind.STABLE, name, new Alter.Add(member, missing)));
        }
    }
}
