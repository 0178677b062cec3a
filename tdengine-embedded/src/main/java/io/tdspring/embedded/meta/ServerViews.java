// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import static io.tdspring.embedded.meta.Listing.text;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.access.Account;
import io.tdspring.embedded.access.Accounts;
import io.tdspring.embedded.access.Connections;
import io.tdspring.embedded.store.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What there is of a server besides databases: itself, which is one node, its users, and who is connected. */
final class ServerViews {

    private static final String ENDPOINT = "localhost:6030";
    private static final String EDITION = "community";
    private static final String HOSTS = "127.0.0.1/32,::1/128";

    private ServerViews() {}

    static SystemView cluster() {
        List<Column> columns = List.of(
                Column.of("id", DataType.BIGINT),
                text("name", 134),
                Column.of("uptime", DataType.INT),
                Column.of("create_time", DataType.TIMESTAMP),
                text("version", 10),
                Column.of("expire_time", DataType.TIMESTAMP));
        // A licence that does not end: no moment is behind it, as none is behind NULL.
        @Nullable Object[] row = {null, null, null, null, EDITION, null};
        return one("ins_cluster", columns, Set.of("id", "name", "uptime", "create_time"), row);
    }

    static SystemView dataNodes() {
        List<Column> columns = List.of(
                Column.of("id", DataType.INT),
                text("endpoint", 134),
                Column.of("vnodes", DataType.SMALLINT),
                Column.of("support_vnodes", DataType.SMALLINT),
                text("status", 10),
                Column.of("create_time", DataType.TIMESTAMP),
                text("note", 256));
        return new SystemView(
                "ins_dnodes",
                columns,
                Set.of("support_vnodes", "create_time", "reboot_time", "machine_id"),
                scope -> rows(new @Nullable Object[] {1L, ENDPOINT, vnodes(scope), null, "ready", null, ""}));
    }

    private static long vnodes(Scope scope) {
        return scope.catalog().databases().stream()
                .mapToLong(database -> database.vgroups().size())
                .sum();
    }

    static SystemView managementNodes() {
        List<Column> columns = List.of(
                Column.of("id", DataType.INT),
                text("endpoint", 134),
                text("role", 12),
                text("status", 9),
                Column.of("create_time", DataType.TIMESTAMP),
                Column.of("role_time", DataType.TIMESTAMP));
        @Nullable Object[] row = {1L, ENDPOINT, "leader", "ready", null, null};
        return one("ins_mnodes", columns, Set.of("create_time", "role_time"), row);
    }

    static SystemView users(Accounts accounts) {
        List<Column> columns = List.of(
                text("name", 24),
                Column.of("super", DataType.TINYINT),
                Column.of("enable", DataType.TINYINT),
                Column.of("sysinfo", DataType.TINYINT),
                Column.of("createdb", DataType.TINYINT),
                Column.of("create_time", DataType.TIMESTAMP),
                text("allowed_host", 49_152));
        return new SystemView("ins_users", columns, Set.of(), scope -> {
            List<@Nullable Object[]> rows = new ArrayList<>();
            accounts.all().forEach(account -> rows.add(row(account)));
            return rows;
        });
    }

    private static @Nullable Object[] row(Account account) {
        return new @Nullable Object[] {
            account.name(),
            account.isSuper() ? 1L : 0L,
            account.has(Account.Right.ENABLE) ? 1L : 0L,
            account.has(Account.Right.SYSINFO) ? 1L : 0L,
            account.has(Account.Right.CREATEDB) ? 1L : 0L,
            account.created().toEpochMilli(),
            HOSTS
        };
    }

    static SystemView connections(Connections connections) {
        List<Column> columns = List.of(
                Column.of("conn_id", DataType.UINT),
                text("user", 24),
                Column.of("login_time", DataType.TIMESTAMP),
                text("user_app", 24));
        Set<String> untold = Set.of("app", "pid", "end_point", "last_access", "user_ip", "version");
        return new SystemView("perf_connections", columns, untold, scope -> {
            List<@Nullable Object[]> rows = new ArrayList<>();
            connections.all().forEach(connection -> rows.add(row(connection)));
            return rows;
        });
    }

    private static @Nullable Object[] row(Connections.Connection connection) {
        return new @Nullable Object[] {
            connection.id(), connection.user(), connection.login().toEpochMilli(), connection.application()
        };
    }

    static SystemView views() {
        return SystemView.empty(
                "ins_views",
                List.of(
                        text("view_name", 192),
                        text("db_name", 64),
                        text("effective_user", 24),
                        Column.of("create_time", DataType.TIMESTAMP),
                        text("type", 128),
                        text("query_sql", 2048),
                        text("parameters", 2048),
                        text("default_values", 2048),
                        text("target_table", 192)));
    }

    static SystemView functions() {
        return SystemView.empty(
                "ins_functions",
                List.of(
                        text("name", 64),
                        text("comment", 4095),
                        Column.of("aggregate", DataType.INT),
                        text("output_type", 31),
                        Column.of("create_time", DataType.TIMESTAMP),
                        Column.of("code_len", DataType.INT),
                        Column.of("bufsize", DataType.INT),
                        text("func_language", 31),
                        text("func_body", 65_517),
                        Column.of("func_version", DataType.INT)));
    }

    static SystemView streams() {
        List<Column> columns = List.of(text("stream_name", 192), text("status", 20), text("message", 256));
        Set<String> untold = Set.of("db_name", "create_time", "stream_id", "sql", "source_db", "target_db");
        return new SystemView("ins_streams", columns, untold, scope -> List.of());
    }

    static SystemView transactions() {
        return SystemView.empty(
                "perf_trans",
                List.of(
                        Column.of("id", DataType.INT),
                        Column.of("create_time", DataType.TIMESTAMP),
                        text("stage", 12),
                        text("oper", 14),
                        text("db", 64),
                        text("stable", 192),
                        text("killable", 10),
                        Column.of("failed_times", DataType.INT),
                        Column.of("last_exec_time", DataType.TIMESTAMP),
                        text("last_action_info", 511)));
    }

    private static SystemView one(String name, List<Column> columns, Set<String> untold, @Nullable Object[] row) {
        return new SystemView(name, columns, untold, scope -> rows(row));
    }

    private static List<@Nullable Object[]> rows(@Nullable Object[] row) {
        return List.<@Nullable Object[]>of(row);
    }
}
