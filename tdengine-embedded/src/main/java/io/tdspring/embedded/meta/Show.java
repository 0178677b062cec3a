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
import io.tdspring.embedded.value.LikePattern;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SHOW: answers what is there, much of it from the system tables.
 *
 * <p>Thread-safe.
 */
public final class Show {

    private static final int TABLE_NAME_LENGTH = 192;
    private static final int DATABASE_NAME_LENGTH = 64;
    private static final long ALIVE = 1;
    private static final String THE_NODE = "1";

    private final SystemCatalog system;

    public Show(SystemCatalog system) {
        this.system = system;
    }

    /**
     * The answer to a SHOW.
     *
     * @throws SqlException with TDengine's code, or if this server does not show that
     */
    public Listing show(Scope scope, Statement.Show statement) {
        return switch (statement.kind()) {
            case DATABASES -> databases(Stream.concat(DatabaseViews.SYSTEM_DATABASES.stream(), userDatabases(scope)));
            case USER_DATABASES -> databases(userDatabases(scope));
            case SYSTEM_DATABASES -> databases(DatabaseViews.SYSTEM_DATABASES.stream());
            case STABLES -> superTables(scope, statement);
            case TABLES -> tables(scope, statement, table -> true);
            case NORMAL_TABLES -> tables(scope, statement, table -> table.superTable() == null);
            case CHILD_TABLES -> tables(scope, statement, table -> table.superTable() != null);
            case CREATE_DATABASE ->
                ShowCreate.database(scope.database(nameOf(statement).name()));
            case CREATE_TABLE -> ShowCreate.table(scope, nameOf(statement));
            case CREATE_STABLE -> ShowCreate.superTable(scope, nameOf(statement));
            case TAGS -> ShowTags.of(scope, nameOf(statement));
            case ALIVE -> alive(scope, statement);
            default -> ofSystem(scope, statement);
        };
    }

    private Listing ofSystem(Scope scope, Statement.Show statement) {
        return switch (statement.kind()) {
            case CLUSTER -> all(scope, "ins_cluster");
            case CONNECTIONS -> all(scope, "perf_connections");
            case CONSUMERS -> all(scope, "perf_consumers");
            case DNODES -> all(scope, "ins_dnodes");
            case FUNCTIONS -> all(scope, "ins_functions").firstColumn();
            case MNODES -> all(scope, "ins_mnodes");
            case STREAMS -> all(scope, "ins_streams");
            case SUBSCRIPTIONS -> all(scope, "ins_subscriptions");
            case TOPICS -> all(scope, "ins_topics").firstColumn();
            case TRANSACTIONS -> all(scope, "perf_trans");
            case USERS -> all(scope, "ins_users");
            case VGROUPS -> ofDatabase(scope, statement, "ins_vgroups");
            case VIEWS -> ofDatabase(scope, statement, "ins_views");
            case VNODES -> vnodes(statement);
            case TABLE_DISTRIBUTED -> throw distributed(scope, statement);
            default -> throw notSupported(statement);
        };
    }

    private Listing all(Scope scope, String table) {
        return system.named(table).list(scope);
    }

    /** The rows of a system table that are of the statement's database. */
    private Listing ofDatabase(Scope scope, Statement.Show statement, String table) {
        String name = databaseOf(scope, statement).name();
        Listing all = all(scope, table);
        List<@Nullable Object[]> rows =
                all.rows().stream().filter(row -> name.equals(row[1])).toList();
        return new Listing(all.columns(), rows);
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

    /** Those of nodes that there are not: none. */
    private static Listing vnodes(Statement.Show statement) {
        if (statement.name() == null || statement.name().equals(THE_NODE)) {
            throw notSupported(statement);
        }
        return new Listing(
                List.of(
                        Column.of("dnode_id", DataType.INT),
                        Column.of("vgroup_id", DataType.INT),
                        Listing.text("db_name", DATABASE_NAME_LENGTH),
                        Listing.text("status", 9),
                        Column.of("role_time", DataType.TIMESTAMP),
                        Column.of("start_time", DataType.TIMESTAMP),
                        Column.of("restored", DataType.BOOL),
                        Listing.text("apply_finish_time", 18),
                        Column.of("unapplied", DataType.INT),
                        Column.of("buffer_segment_used", DataType.BIGINT),
                        Column.of("buffer_segment_size", DataType.BIGINT)),
                List.of());
    }

    private static SqlException distributed(Scope scope, Statement.Show statement) {
        TableName name = nameOf(statement);
        Database database = scope.databaseOf(name);
        boolean exists = database.findTable(name.name()) != null || database.findSuperTable(name.name()) != null;
        return exists ? notSupported(statement) : Scope.noTable();
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
