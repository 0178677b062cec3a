// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import io.tdspring.embedded.exec.TablePredicate;
import io.tdspring.embedded.exec.TopicPlan;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.Statement;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.tmq.DeliveredBlock;
import io.tdspring.embedded.tmq.Subscriptions;
import io.tdspring.embedded.tmq.TopicContents;
import io.tdspring.embedded.tmq.TopicQuery;
import io.tdspring.embedded.tmq.WholeTables;
import io.tdspring.embedded.write.AlterTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * CREATE and DROP TOPIC, and DROP CONSUMER GROUP.
 *
 * <p>Thread-safe.
 */
final class TopicDdl implements AlterTable.ColumnUse {

    private final Subscriptions subscriptions;
    private final Map<String, TopicColumns> columnsInUse = new ConcurrentHashMap<>();

    TopicDdl(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    void create(Scope scope, String user, Statement.CreateTopic statement) {
        Database database;
        TopicQuery query;
        TopicColumns used = null;
        if (statement.source() instanceof Statement.QueryTopic topic) {
            Select select = selectOf(topic);
            database = databaseOf(scope, select);
            used = TopicColumns.of(database, select);
            query = queryOf(TopicPlan.compile(scope, user, select), used);
        } else if (statement.source() instanceof Statement.SuperTableTopic topic) {
            database = scope.databaseOf(topic.table());
            query = wholeTables(scope, user, topic);
        } else if (statement.source() instanceof Statement.DatabaseTopic topic) {
            database = scope.database(topic.database());
            query = new WholeTables(null, table -> true, contentsOf(topic.meta()));
        } else {
            throw SqlException.notSupported("such a topic");
        }
        if (database.options().walRetention().isZero()) {
            throw new SqlException(0x038c, "WAL retention period is zero");
        }
        if (subscriptions.create(statement.name(), database, query)) {
            remember(statement.name(), used);
        } else if (!statement.ifNotExists()) {
            throw new SqlException(0x03e0, "Topic already exists");
        }
    }

    /** @param used null for a topic of whole tables, which follows their changes */
    private void remember(String topic, @Nullable TopicColumns used) {
        if (used == null) {
            columnsInUse.remove(topic);
        } else {
            columnsInUse.put(topic, used);
        }
    }

    void drop(Statement.DropTopic statement) {
        boolean dropped = statement.force()
                ? subscriptions.dropWithConsumers(statement.name())
                : subscriptions.drop(statement.name());
        if (!dropped && !statement.ifExists()) {
            throw new SqlException(0x03e1, "Topic not exist");
        }
    }

    void drop(Statement.DropConsumerGroup statement) {
        boolean dropped = statement.force()
                ? subscriptions.dropGroupWithConsumers(statement.topic(), statement.group())
                : subscriptions.dropGroup(statement.topic(), statement.group());
        if (!dropped && !statement.ifExists()) {
            throw new SqlException(0x03e8, "Subcribe not exist");
        }
    }

    @Override
    public boolean isUsed(Database database, String table, String column) {
        columnsInUse.keySet().removeIf(topic -> subscriptions.find(topic) == null);
        return columnsInUse.values().stream().anyMatch(used -> used.contains(database, table, column));
    }

    private static TopicQuery queryOf(TopicPlan plan, TopicColumns used) {
        return (table, rows) -> {
            List<@Nullable Object[]> selected = plan.apply(table, rows.as(used.columns()));
            return selected.isEmpty() ? null : new DeliveredBlock(null, plan.columns(), plan.precision(), selected);
        };
    }

    private static Select selectOf(Statement.QueryTopic topic) {
        if (topic.query() instanceof Select select && select.from() instanceof Select.TableSource) {
            return select;
        }
        throw new SqlException(0x2639, "Invalid topic query");
    }

    private static Database databaseOf(Scope scope, Select select) {
        if (select.from() instanceof Select.TableSource source) {
            return scope.databaseOf(source.table());
        }
        throw new SqlException(0x2639, "Invalid topic query");
    }

    private static WholeTables wholeTables(Scope scope, String user, Statement.SuperTableTopic topic) {
        Database database = scope.databaseOf(topic.table());
        SuperTable superTable = database.findSuperTable(topic.table().name());
        if (superTable == null) {
            throw Scope.noSuperTable();
        }
        Expr where = topic.where();
        Predicate<Table> filter =
                where == null ? table -> true : TablePredicate.compile(scope, user, topic.table(), where);
        return new WholeTables(superTable, filter, contentsOf(topic.meta()));
    }

    private static TopicContents contentsOf(Statement.TopicMeta meta) {
        return switch (meta) {
            case NONE -> TopicContents.ROWS;
            case WITH_META -> TopicContents.ROWS_AND_CHANGES;
            case ONLY_META -> TopicContents.CHANGES;
        };
    }
}
