// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import io.tdspring.embedded.access.Accounts;
import io.tdspring.embedded.access.Connections;
import io.tdspring.embedded.exec.SystemTable;
import io.tdspring.embedded.exec.SystemTables;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.tmq.Subscriptions;
import io.tdspring.embedded.write.TagIndexes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables of information_schema and performance_schema, as far as it is known what a real server has in them; they do
 * not list themselves.
 *
 * <p>Thread-safe.
 */
public final class SystemCatalog implements SystemTables {

    static final String INFORMATION = "information_schema";
    static final String PERFORMANCE = "performance_schema";

    /** What a real server has besides. */
    private static final Map<String, Set<String>> REFUSED = Map.of(
            INFORMATION,
            Set.of(
                    "ins_anodes",
                    "ins_anodes_full",
                    "ins_arbgroups",
                    "ins_bnodes",
                    "ins_compact_details",
                    "ins_compacts",
                    "ins_configs",
                    "ins_dnode_variables",
                    "ins_encryptions",
                    "ins_filesets",
                    "ins_grants",
                    "ins_grants_full",
                    "ins_grants_logs",
                    "ins_machines",
                    "ins_mounts",
                    "ins_qnodes",
                    "ins_snodes",
                    "ins_stream_recalculates",
                    "ins_stream_tasks",
                    "ins_transaction_details",
                    "ins_tsmas",
                    "ins_user_privileges",
                    "ins_virtual_child_columns",
                    "ins_vnodes"),
            PERFORMANCE,
            Set.of("perf_apps", "perf_instances", "perf_queries", "perf_smas"));

    private final Map<String, SystemView> information = new TreeMap<>();
    private final Map<String, SystemView> performance = new TreeMap<>();

    public SystemCatalog(Subscriptions subscriptions, Accounts accounts, Connections connections, TagIndexes indexes) {
        List.of(
                        DatabaseViews.databases(),
                        DatabaseViews.vgroups(),
                        TableViews.superTables(),
                        TableViews.tables(),
                        TableViews.indexes(indexes),
                        ColumnViews.columns(),
                        ColumnViews.tags(),
                        ServerViews.cluster(),
                        ServerViews.dataNodes(),
                        ServerViews.managementNodes(),
                        ServerViews.users(accounts),
                        ServerViews.views(),
                        ServerViews.functions(),
                        ServerViews.streams(),
                        ConsumerViews.topics(subscriptions),
                        ConsumerViews.subscriptions(subscriptions))
                .forEach(view -> information.put(view.name(), view));
        List.of(
                        ServerViews.transactions(),
                        ServerViews.connections(connections),
                        ConsumerViews.consumers(subscriptions))
                .forEach(view -> performance.put(view.name(), view));
    }

    @Override
    public SystemTable read(Scope scope, TableName name) {
        return view(scope, name).read(scope);
    }

    /** The names of the tables that can be queried, with their databases. */
    public List<TableName> tables() {
        return List.of(INFORMATION, PERFORMANCE).stream()
                .flatMap(database -> viewsOf(database).keySet().stream().map(table -> new TableName(database, table)))
                .toList();
    }

    /** The view of this name, of whatever database. */
    SystemView named(String name) {
        SystemView view = information.getOrDefault(name, performance.get(name));
        if (view == null) {
            throw Scope.noTable();
        }
        return view;
    }

    /** @throws SqlException as {@link SystemTables#read} */
    SystemView view(Scope scope, TableName name) {
        String database = scope.databaseNameOf(name);
        SystemView view = viewsOf(database).get(name.name());
        if (view != null) {
            return view;
        }
        if (database != null && REFUSED.getOrDefault(database, Set.of()).contains(name.name())) {
            throw SqlException.notSupported("Reading " + name.name());
        }
        throw Scope.noTable();
    }

    private Map<String, SystemView> viewsOf(@Nullable String database) {
        return PERFORMANCE.equals(database) ? performance : information;
    }
}
