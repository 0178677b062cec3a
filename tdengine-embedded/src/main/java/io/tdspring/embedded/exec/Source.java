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
import io.tdspring.embedded.store.TableRows;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where rows come from: one table, a super table with all its child tables, a query or a join. Immutable.
 *
 * @param superTable the super table that was named, null if it is something else
 * @param table the table that was named, null if it is something else
 * @param derived the query or join in FROM, null if it is something else
 * @param precision the unit of the TIMESTAMP cells
 * @param columns the data columns; the first is the timestamp
 * @param tags the tags, of a child table those of its super table; empty for a normal table
 * @param names what columns may be qualified with
 */
record Source(
        @Nullable SuperTable superTable,
        @Nullable Table table,
        @Nullable DerivedTable derived,
        Precision precision,
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
            throw SqlException.notSupported("a subquery or a join here");
        }
        TableName name = source.table();
        if (Scope.isSystemDatabase(scope.databaseNameOf(name))) {
            throw SqlException.notSupported("a query of information_schema or performance_schema");
        }
        Database database = scope.databaseOf(name);
        Set<String> names = Set.of(source.alias() == null ? name.name() : source.alias());
        SuperTable superTable = database.findSuperTable(name.name());
        if (superTable != null) {
            return new Source(
                    superTable, null, null, database.precision(), superTable.columns(), superTable.tags(), names);
        }
        Table table = database.findTable(name.name());
        if (table == null) {
            throw Scope.noTable();
        }
        SuperTable parent = table.superTable();
        List<Column> tags = parent == null ? List.of() : parent.tags();
        return new Source(null, table, null, database.precision(), table.columns(), tags, names);
    }

    /** The source that a query in FROM is. */
    static Source of(DerivedTable derived, @Nullable String alias) {
        Set<String> names = alias == null ? Set.of() : Set.of(alias);
        return new Source(null, null, derived, derived.precision(), derived.columns(), List.of(), names);
    }

    /** The source that a join is. */
    static Source of(DerivedTable joined, Set<String> names) {
        return new Source(null, null, joined, joined.precision(), joined.columns(), List.of(), names);
    }

    /**
     * Rows of one table, or of a query.
     *
     * @param table null for a query
     */
    record Part(@Nullable Table table, Supplier<TableRows> rows) {}

    /** The tables with the rows, as they are when they are asked for. */
    List<Part> parts() {
        if (derived != null) {
            return List.of(new Part(null, () -> derived));
        }
        if (superTable != null) {
            return superTable.children().stream().map(this::part).toList();
        }
        return table == null ? List.of() : List.of(part(table));
    }

    private Part part(Table of) {
        return new Part(of, () -> of.rows(columns));
    }

    /** Whether no table has any row. */
    boolean isWithoutRows() {
        return parts().stream().allMatch(part -> part.rows().get().count() == 0);
    }

    /** Whether rows of this table are rows of this source. */
    boolean covers(Table candidate) {
        return superTable == null ? candidate == table : candidate.superTable() == superTable;
    }
}
