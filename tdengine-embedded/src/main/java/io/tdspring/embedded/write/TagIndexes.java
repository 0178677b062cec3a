// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.Statement;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The indexes of tags that were created. They are only told about: nothing here is found faster with them.
 *
 * <p>Thread-safe: one monitor orders the changes.
 */
public final class TagIndexes {

    private final Map<Key, Index> indexes = new ConcurrentSkipListMap<>();

    /** An index; immutable. */
    public record Index(String name, SuperTable table, String tag) {

        private boolean isThere() {
            Database database = table.database();
            return database.findSuperTable(table.name()) == table
                    && table.tags().stream().anyMatch(column -> column.name().equals(tag));
        }
    }

    private record Key(String database, String name) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byDatabase = database.compareTo(other.database);
            return byDatabase == 0 ? name.compareTo(other.name) : byDatabase;
        }
    }

    /** All indexes by their databases and names. */
    public List<Index> all() {
        return indexes.values().stream().filter(Index::isThere).toList();
    }

    /** The name of the index that each super table has of its first tag. */
    public static String firstName(SuperTable table) {
        return table.tags().get(0).name() + "_" + table.name();
    }

    /**
     * CREATE INDEX.
     *
     * @throws SqlException 0x2603 if there is no such table, 0x260E if it has no such tag, 0x0100 for what only a real
     *     server knows
     */
    public synchronized void create(Scope scope, Statement.CreateIndex statement) {
        Database database = scope.databaseOf(statement.table());
        SuperTable table = database.findSuperTable(statement.table().name());
        if (table == null) {
            throw database.findTable(statement.table().name()) == null
                    ? Scope.noTable()
                    : SqlException.notSupported("CREATE INDEX on anything but a super table");
        }
        if (table.tags().stream().noneMatch(tag -> tag.name().equals(statement.tag()))) {
            throw new SqlException(0x260e, "Invalid tag name: " + statement.tag());
        }
        if (table.tags().get(0).name().equals(statement.tag()) || isTaken(table, statement)) {
            throw SqlException.notSupported("A second index of a tag, or of the same name,");
        }
        indexes.values().removeIf(index -> !index.isThere());
        indexes.put(new Key(database.name(), statement.name()), new Index(statement.name(), table, statement.tag()));
    }

    private boolean isTaken(SuperTable table, Statement.CreateIndex statement) {
        boolean first = table.database().superTables().stream()
                .anyMatch(other -> firstName(other).equals(statement.name()));
        return first
                || all().stream()
                        .filter(index -> index.table().database() == table.database())
                        .anyMatch(index -> index.name().equals(statement.name())
                                || (index.table() == table && index.tag().equals(statement.tag())));
    }

    /**
     * DROP INDEX.
     *
     * @throws SqlException 0x0388 or 0x2616 without the database, 0x0100 if there is no such index
     */
    public synchronized void drop(Scope scope, Statement.DropIndex statement) {
        Key key = new Key(
                scope.databaseOf(statement.index()).name(), statement.index().name());
        Index index = indexes.get(key);
        if (index == null || !index.isThere()) {
            throw SqlException.notSupported("DROP INDEX of an index that was not created");
        }
        indexes.remove(key);
    }
}
