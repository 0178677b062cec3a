// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.Statement;
import io.tdspring.embedded.store.Catalog;
import io.tdspring.embedded.store.DatabaseOptions;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.tmq.Subscriptions;
import java.util.HashMap;
import java.util.Map;

/**
 * CREATE, ALTER and DROP DATABASE.
 *
 * <p>Thread-safe.
 */
public final class DatabaseDdl {

    private final Catalog catalog;
    private final Subscriptions subscriptions;

    public DatabaseDdl(Catalog catalog, Subscriptions subscriptions) {
        this.catalog = catalog;
        this.subscriptions = subscriptions;
    }

    public void create(Statement.CreateDatabase statement) {
        if (Scope.isSystemDatabase(statement.name())) {
            throw new SqlException(0x0200, "Cannot create system database: `" + statement.name() + "`");
        }
        DatabaseOptions options = DatabaseOptionReader.read(statement.options());
        if (!catalog.create(statement.name(), options) && !statement.ifNotExists()) {
            throw new SqlException(0x0381, "Database already exists");
        }
    }

    /** Changes options; of those that have an effect here only KEEP can change. */
    public void alter(Scope scope, Statement.AlterDatabase statement) {
        if (Scope.isSystemDatabase(statement.name())) {
            throw SqlException.notSupported("ALTER of a system database");
        }
        Map<String, String> changes = statement.options();
        String replica = changes.getOrDefault("replica", "1");
        scope.database(statement.name()).setOptions(options -> {
            Map<String, String> texts = new HashMap<>(options.texts());
            texts.putAll(changes);
            DatabaseOptions altered = DatabaseOptionReader.read(texts);
            if (!replica.equals("1")) {
                throw new SqlException(0x0334, "Out of dnodes");
            }
            return altered;
        });
    }

    public void drop(Statement.DropDatabase statement) {
        String name = statement.name();
        if (Scope.isSystemDatabase(name)) {
            throw new SqlException(0x0200, "Cannot drop system database: `" + name + "`");
        }
        if (subscriptions.topics().stream()
                .anyMatch(topic -> topic.database().name().equals(name))) {
            throw new SqlException(0x0200, "Topics of the database must be dropped first");
        }
        if (!catalog.drop(name) && !statement.ifExists()) {
            throw Scope.noDatabase();
        }
    }
}
