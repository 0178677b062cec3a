// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.Statement;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.tmq.Subscriptions;
import io.tdspring.embedded.tmq.Topic;
import io.tdspring.embedded.value.LikePattern;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SHOW: answers what is there.
 *
 * <p>Thread-safe.
 */
public final class Show {

    private static final List<String> SYSTEM_DATABASES = List.of("information_schema", "performance_schema");
    private static final int TABLE_NAME_LENGTH = 192;
    private static final int DATABASE_NAME_LENGTH = 64;
    private static final long ALIVE = 1;

    private final Subscriptions subscriptions;

    public Show(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * The answer to a SHOW.
     *
     * @throws SqlException with TDengine's code, or if this server does not show that
     */
    public Listing show(Scope scope, Statement.Show statement) {
        return switch (statement.kind()) {
            case DATABASES -> databases(Stream.concat(SYSTEM_DATABASES.stream(), userDatabases(scope)));
            case USER_DATABASES -> databases(userDatabases(scope));
            case SYSTEM_DATABASES -> databases(SYSTEM_DATABASES.stream());
            case STABLES -> superTables(scope, statement);
            case TABLES -> tables(scope, statement, table -> true);
            case NORMAL_TABLES -> tables(scope, statement, table -> table.superTable() == null);
            case CHILD_TABLES -> tables(scope, statement, table -> table.superTable() != null);
            case TOPICS ->
                Listing.ofNames(
                        "topic_name",
                        TABLE_NAME_LENGTH,
                        subscriptions.topics().stream().map(Topic::name).toList());
            case CREATE_TABLE -> ShowCreate.table(scope, nameOf(statement));
            case CREATE_STABLE -> ShowCreate.superTable(scope, nameOf(statement));
            case TAGS -> ShowTags.of(scope, nameOf(statement));
            case ALIVE -> alive(scope, statement);
            case CREATE_DATABASE -> createDatabase(scope, statement);
            default -> throw notSupported(statement);
        };
    }

    private static Listing databases(Stream<String> names) {
        return Listing.ofNames("name", DATABASE_NAME_LENGTH, names.toList());
    }

    private static Stream<String> userDatabases(Scope scope) {
        return scope.catalog().databases().stream().map(Database::name);
    }

    private static Listing superTables(Scope scope, Statement.Show statement) {
        List<String> names = databaseOf(scope, statement).superTables().stream()
                .map(SuperTable::name)
                .filter(LikePattern.of(statement.like()))
                .toList();
        return Listing.ofNames("stable_name", TABLE_NAME_LENGTH, names);
    }

    private static Listing tables(Scope scope, Statement.Show statement, Predicate<Table> wanted) {
        List<String> names = databaseOf(scope, statement).tables().stream()
                .filter(wanted)
                .map(Table::name)
                .filter(LikePattern.of(statement.like()))
                .toList();
        return Listing.ofNames("table_name", TABLE_NAME_LENGTH, names);
    }

    private static Listing alive(Scope scope, Statement.Show statement) {
        if (statement.database() != null) {
            scope.database(statement.database());
        }
        return new Listing(
                List.of(Column.of("status", DataType.INT)),
                List.<@Nullable Object[]>of(new @Nullable Object[] {ALIVE}));
    }

    private static Listing createDatabase(Scope scope, Statement.Show statement) {
        scope.database(nameOf(statement).name());
        throw notSupported(statement);
    }

    private static Database databaseOf(Scope scope, Statement.Show statement) {
        String name = statement.database() == null ? scope.currentDatabase() : statement.database();
        if (name == null) {
            throw new SqlException(SqlException.SYNTAX, "database not specified");
        }
        if (Scope.isSystemDatabase(name)) {
            throw SqlException.notSupported("SHOW of system tables");
        }
        return scope.database(name);
    }

    private static TableName nameOf(Statement.Show statement) {
        String name = statement.name();
        if (name == null) {
            throw new SqlException(SqlException.INCOMPLETE, "Incomplete SQL statement");
        }
        return new TableName(statement.database(), name);
    }

    private static SqlException notSupported(Statement.Show statement) {
        return SqlException.notSupported(
                "SHOW " + statement.kind().name().replace('_', ' ').toUpperCase(Locale.ROOT));
    }
}
