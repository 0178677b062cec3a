// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsed statement; immutable. Names are as TDengine keeps them: in lower case unless they were back-quoted. */
public sealed interface Statement
        permits Insert,
                Alter,
                Query,
                UserStatement,
                Statement.CreateDatabase,
                Statement.AlterDatabase,
                Statement.DropDatabase,
                Statement.FlushDatabase,
                Statement.TrimDatabase,
                Statement.UseDatabase,
                Statement.CreateSuperTable,
                Statement.CreateTable,
                Statement.CreateChildTables,
                Statement.DropTables,
                Statement.CreateIndex,
                Statement.DropIndex,
                Statement.DropObject,
                Statement.Delete,
                Statement.InsertSelect,
                Statement.CreateTopic,
                Statement.DropConsumerGroup,
                Statement.DropTopic,
                Statement.Show,
                Statement.ShowTableTags,
                Statement.Describe,
                Statement.ResetQueryCache {

    /**
     * {@code CREATE DATABASE}.
     *
     * @param options by the option's name in lower case; numbers with their unit as written ({@code 365d}), strings
     *     without quotes, lists with commas ({@code 1d,2d,3d})
     */
    record CreateDatabase(String name, boolean ifNotExists, Map<String, String> options) implements Statement {

        public CreateDatabase {
            options = Map.copyOf(options);
        }
    }

    /**
     * {@code ALTER DATABASE}.
     *
     * @param options as of {@link CreateDatabase}; those that can be changed
     */
    record AlterDatabase(String name, Map<String, String> options) implements Statement {

        public AlterDatabase {
            options = Map.copyOf(options);
        }
    }

    /** {@code FLUSH DATABASE}. */
    record FlushDatabase(String name) implements Statement {}

    /** {@code TRIM DATABASE}. */
    record TrimDatabase(String name) implements Statement {}

    /** {@code DROP DATABASE}. */
    record DropDatabase(String name, boolean ifExists) implements Statement {}

    /** {@code USE}. */
    record UseDatabase(String name) implements Statement {}

    /** {@code CREATE STABLE}, or {@code CREATE TABLE} with TAGS. */
    record CreateSuperTable(
            TableName table,
            boolean ifNotExists,
            List<ColumnDefinition> columns,
            List<ColumnDefinition> tags,
            Map<String, String> options)
            implements Statement {

        public CreateSuperTable {
            columns = List.copyOf(columns);
            tags = List.copyOf(tags);
            options = Map.copyOf(options);
        }
    }

    /** {@code CREATE TABLE} without TAGS. */
    record CreateTable(
            TableName table, boolean ifNotExists, List<ColumnDefinition> columns, Map<String, String> options)
            implements Statement {

        public CreateTable {
            columns = List.copyOf(columns);
            options = Map.copyOf(options);
        }
    }

    /** {@code CREATE TABLE … USING …}, once or several times. */
    record CreateChildTables(List<ChildTable> tables) implements Statement {

        public CreateChildTables {
            tables = List.copyOf(tables);
        }
    }

    /** A child table to create. */
    record ChildTable(TableName table, boolean ifNotExists, Insert.Using using, Map<String, String> options) {

        public ChildTable {
            options = Map.copyOf(options);
        }
    }

    /** {@code DROP TABLE} or {@code DROP STABLE}. */
    record DropTables(TableKind kind, List<DroppedTable> tables) implements Statement {

        public DropTables {
            tables = List.copyOf(tables);
        }
    }

    /** A table to drop. */
    record DroppedTable(TableName table, boolean ifExists) {}

    /** Which word a statement used. */
    enum TableKind {
        TABLE,
        STABLE
    }

    /** {@code CREATE INDEX name ON table (tag)}. */
    record CreateIndex(String name, TableName table, String tag) implements Statement {}

    /** {@code DROP INDEX [database.]name}. */
    record DropIndex(TableName index) implements Statement {}

    /** {@code DROP FUNCTION} or {@code DROP STREAM}: of what this server never has any. */
    record DropObject(ObjectKind kind, boolean ifExists) implements Statement {}

    /** What this server never has any of. */
    enum ObjectKind {
        FUNCTION,
        STREAM
    }

    /** {@code DELETE FROM table [WHERE …]}. */
    record Delete(TableName table, @Nullable Expr where) implements Statement {}

    /** {@code INSERT INTO table [(columns)] SELECT …}. */
    record InsertSelect(TableName table, List<String> columns, Query query) implements Statement {

        public InsertSelect {
            columns = List.copyOf(columns);
        }
    }

    /** {@code CREATE TOPIC}. */
    record CreateTopic(String name, boolean ifNotExists, TopicSource source) implements Statement {}

    /** What a topic publishes. */
    sealed interface TopicSource {}

    /** {@code AS SELECT …}. */
    record QueryTopic(Query query) implements TopicSource {}

    /** {@code AS DATABASE …}. */
    record DatabaseTopic(String database, TopicMeta meta) implements TopicSource {}

    /** {@code AS STABLE … [WHERE …]}. */
    record SuperTableTopic(TableName table, @Nullable Expr where, TopicMeta meta) implements TopicSource {}

    /** Whether a topic publishes changes of tables beside rows. */
    enum TopicMeta {
        NONE,
        WITH_META,
        ONLY_META
    }

    /** {@code DROP TOPIC [IF EXISTS] [FORCE]}. */
    record DropTopic(String name, boolean ifExists, boolean force) implements Statement {}

    /** {@code DROP CONSUMER GROUP [IF EXISTS] [FORCE] group ON topic}. */
    record DropConsumerGroup(String group, String topic, boolean ifExists, boolean force) implements Statement {}

    /**
     * {@code SHOW …}.
     *
     * @param database before the point or after FROM, or null
     * @param name the table or database of {@code SHOW CREATE …}, {@code SHOW TAGS} and {@code SHOW TABLE DISTRIBUTED}, the
     *     number after ON DNODE, else null
     * @param like the pattern after LIKE, else null
     */
    record Show(
            ShowKind kind,
            @Nullable String database,
            @Nullable String name,
            @Nullable String like) implements Statement {}

    /** What SHOW shows. */
    enum ShowKind {
        DATABASES,
        USER_DATABASES,
        SYSTEM_DATABASES,
        STABLES,
        TABLES,
        NORMAL_TABLES,
        CHILD_TABLES,
        VIEWS,
        TOPICS,
        VGROUPS,
        CREATE_DATABASE,
        CREATE_TABLE,
        CREATE_STABLE,
        /** {@code SHOW CLUSTER ALIVE}, and {@code SHOW db.ALIVE} with a database. */
        ALIVE,
        CLUSTER,
        CONNECTIONS,
        CONSUMERS,
        DNODES,
        FUNCTIONS,
        MNODES,
        STREAMS,
        SUBSCRIPTIONS,
        TABLE_DISTRIBUTED,
        TAGS,
        TRANSACTIONS,
        USERS,
        VNODES
    }

    /**
     * {@code SHOW TABLE TAGS}.
     *
     * @param names of tags, and {@code tbname}; empty for the name and all tags
     */
    record ShowTableTags(TableName table, List<String> names) implements Statement {

        public ShowTableTags {
            names = List.copyOf(names);
        }
    }

    /** {@code DESCRIBE} or {@code DESC}. */
    record Describe(TableName table) implements Statement {}

    /** {@code RESET QUERY CACHE}. */
    record ResetQueryCache() implements Statement {}
}
