// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TableName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a statement runs in: it finds what the statement names, or fails as TDengine does.
 *
 * <p>Immutable; made anew for each statement.
 *
 * @param currentDatabase the session's, or null
 * @param zone the session's
 * @param now the moment of the statement
 * @param mode the session's
 */
public record Scope(Catalog catalog, @Nullable String currentDatabase, ZoneId zone, Instant now, ConnectionMode mode) {

    private static final Set<String> SYSTEM_DATABASES = Set.of("information_schema", "performance_schema");

    /** Whether only the server itself may change this database. */
    public static boolean isSystemDatabase(@Nullable String name) {
        return name != null && SYSTEM_DATABASES.contains(name);
    }

    /** The name of the database of a table: the one written before its name, or else the session's, or null. */
    public @Nullable String databaseNameOf(TableName table) {
        return table.database() == null ? currentDatabase : table.database();
    }

    /**
     * The database of this name.
     *
     * @throws SqlException 0x0388 if it does not exist, 0x0100 for a system database, which has nothing that is stored
     */
    public Database database(String name) {
        if (isSystemDatabase(name)) {
            throw SqlException.notSupported("This statement about " + name);
        }
        Database database = catalog.find(name);
        if (database == null) {
            throw noDatabase();
        }
        return database;
    }

    /**
     * The database of a table.
     *
     * @throws SqlException 0x2616 if none is written and the session has none, 0x0388 if it does not exist
     */
    public Database databaseOf(TableName table) {
        String name = databaseNameOf(table);
        if (name == null) {
            throw new SqlException(0x2616, "Database not specified");
        }
        return database(name);
    }

    public static SqlException noDatabase() {
        return new SqlException(0x0388, "Database not exist");
    }

    public static SqlException noTable() {
        return new SqlException(0x2603, "Table does not exist");
    }

    public static SqlException noSuperTable() {
        return new SqlException(0x0362, "STable not exist");
    }
}
