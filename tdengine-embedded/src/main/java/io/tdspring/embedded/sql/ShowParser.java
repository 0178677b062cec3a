// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.embedded.sql.Statement.Show;
import io.tdspring.embedded.sql.Statement.ShowKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads SHOW. Confined to one thread. */
final class ShowParser {

    private static final Map<String, ShowKind> WITHOUT_DATABASE = Map.ofEntries(
            Map.entry("connections", ShowKind.CONNECTIONS),
            Map.entry("consumers", ShowKind.CONSUMERS),
            Map.entry("databases", ShowKind.DATABASES),
            Map.entry("dnodes", ShowKind.DNODES),
            Map.entry("functions", ShowKind.FUNCTIONS),
            Map.entry("mnodes", ShowKind.MNODES),
            Map.entry("streams", ShowKind.STREAMS),
            Map.entry("subscriptions", ShowKind.SUBSCRIPTIONS),
            Map.entry("topics", ShowKind.TOPICS),
            Map.entry("transactions", ShowKind.TRANSACTIONS),
            Map.entry("users", ShowKind.USERS));

    /** What a real server shows without anything behind the word. */
    private static final Set<String> REFUSED = Set.of("apps", "grants", "licences", "queries");

    private final TokenStream tokens;

    ShowParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** What follows the word SHOW. */
    Statement show() {
        if (tokens.atName()) {
            return ofDatabase();
        }
        if (!tokens.at(TokenKind.WORD)) {
            throw tokens.unexpected();
        }
        String word = tokens.text();
        ShowKind kind = WITHOUT_DATABASE.get(word);
        if (kind != null) {
            tokens.advance();
            return new Show(kind, null, null, null);
        }
        return switch (word) {
            case "user", "system" -> databases(word);
            case "create" -> create();
            case "cluster" -> cluster();
            case "tags" -> tags();
            case "table" -> table();
            case "vnodes" -> vnodes();
            case "tables", "normal", "child", "stables", "views", "vgroups" -> listed(null);
            default -> throw refusal(word);
        };
    }

    private SqlException refusal(String word) {
        if (REFUSED.contains(word)) {
            tokens.advance();
            tokens.expectEnd();
        }
        return SqlException.notSupported("SHOW " + word.toUpperCase(Locale.ROOT));
    }

    private Show ofDatabase() {
        String database = database();
        if (tokens.accept("alive")) {
            return new Show(ShowKind.ALIVE, database, null, null);
        }
        return listed(database);
    }

    /** A database and the point behind it. */
    private String database() {
        String database = Names.database(tokens);
        tokens.expect(TokenKind.DOT);
        return database;
    }

    /** Tables, super tables, views or vgroups of a database, named before if at all: {@code NORMAL db.TABLES LIKE 'x'}. */
    private Show listed(@Nullable String named) {
        ShowKind tables = ShowKind.TABLES;
        String database = named;
        if (tokens.at("normal") || tokens.at("child")) {
            tables = tokens.accept("normal") ? ShowKind.NORMAL_TABLES : ShowKind.CHILD_TABLES;
            tokens.accept("child");
            database = tokens.atName() ? database() : named;
        } else if (tokens.accept("stables")) {
            return new Show(ShowKind.STABLES, database, null, like());
        } else if (tokens.accept("views")) {
            return new Show(ShowKind.VIEWS, database, null, like());
        } else if (tokens.accept("vgroups")) {
            return new Show(ShowKind.VGROUPS, database, null, null);
        }
        tokens.expect("tables");
        return new Show(tables, database, null, like());
    }

    private @Nullable String like() {
        return tokens.accept("like") ? tokens.expectString() : null;
    }

    private Show databases(String whose) {
        tokens.advance();
        tokens.expect("databases");
        return new Show(whose.equals("user") ? ShowKind.USER_DATABASES : ShowKind.SYSTEM_DATABASES, null, null, null);
    }

    private Show create() {
        tokens.advance();
        if (tokens.accept("database")) {
            return new Show(ShowKind.CREATE_DATABASE, null, Names.database(tokens), null);
        }
        boolean superTable = tokens.accept("stable");
        if (!superTable) {
            tokens.expect("table");
        }
        TableName table = Names.table(tokens);
        return new Show(
                superTable ? ShowKind.CREATE_STABLE : ShowKind.CREATE_TABLE, table.database(), table.name(), null);
    }

    private Show cluster() {
        tokens.advance();
        return new Show(tokens.accept("alive") ? ShowKind.ALIVE : ShowKind.CLUSTER, null, null, null);
    }

    /** {@code TABLE DISTRIBUTED [database.]table} or {@code TABLE TAGS [names] FROM [database.]table [FROM database]}. */
    private Statement table() {
        tokens.advance();
        if (tokens.accept("distributed")) {
            TableName table = Names.table(tokens);
            return new Show(ShowKind.TABLE_DISTRIBUTED, table.database(), table.name(), null);
        }
        tokens.expect("tags");
        List<String> names = new ArrayList<>();
        if (!tokens.at("from")) {
            do {
                names.add(tokens.accept("tbname") ? "tbname" : Names.column(tokens));
            } while (tokens.accept(TokenKind.COMMA));
        }
        return new Statement.ShowTableTags(from(), names);
    }

    private Show vnodes() {
        tokens.advance();
        String node = null;
        if (tokens.accept("on")) {
            tokens.expect("dnode");
            node = tokens.expectInteger();
        }
        return new Show(ShowKind.VNODES, null, node, null);
    }

    /** {@code TAGS FROM [database.]table [FROM database]}. */
    private Show tags() {
        tokens.advance();
        TableName table = from();
        return new Show(ShowKind.TAGS, table.database(), table.name(), null);
    }

    private TableName from() {
        tokens.expect("from");
        TableName table = Names.table(tokens);
        return tokens.accept("from") ? new TableName(Names.database(tokens), table.name()) : table;
    }
}
