// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where rows come from: one table, or a super table with all its child tables. Immutable.
 *
 * @param superTable the super table that was named, null if a table was
 * @param columns the data columns; the first is the timestamp
 * @param tags the tags, of a child table those of its super table; empty for a normal table
 * @param names what columns may be qualified with
 */
record Source(
        Database database,
        @Nullable SuperTable superTable,
        @Nullable Table table,
        List<Column> columns,
        List<Column> tags,
        Set<String> names) {

    /**
     * The source that a FROM names.
     *
     * @throws SqlException 0x2603 if there is no such table
     */
    static Source of(Scope scope, Select.Source from) {
        if (!(from instanceof Select.TableSource source)) {
            throw SqlException.notSupported("a subquery");
        }
        TableName name = source.table();
        if (Scope.isSystemDatabase(scope.databaseNameOf(name))) {
            throw SqlException.notSupported("a query of information_schema or performance_schema");
        }
        Database database = scope.databaseOf(name);
        Set<String> names = Set.of(source.alias() == null ? name.name() : source.alias());
        SuperTable superTable = database.findSuperTable(name.name());
        if (superTable != null) {
            return new Source(database, superTable, null, superTable.columns(), superTable.tags(), names);
        }
        Table table = database.findTable(name.name());
        if (table == null) {
            throw Scope.noTable();
        }
        SuperTable parent = table.superTable();
        List<Column> tags = parent == null ? List.of() : parent.tags();
        return new Source(database, null, table, table.columns(), tags, names);
    }

    Precision precision() {
        return database.precision();
    }

    /** The tables with the rows, as they are now. */
    List<Table> tables() {
        if (superTable != null) {
            return superTable.children();
        }
        return table == null ? List.of() : List.of(table);
    }

    /** Whether rows of this table are rows of this source. */
    boolean covers(Table candidate) {
        return superTable == null ? candidate == table : candidate.superTable() == superTable;
    }
}
