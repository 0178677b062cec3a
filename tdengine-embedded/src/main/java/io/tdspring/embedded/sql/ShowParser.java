// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.embedded.sql.Statement.Show;
import io.tdspring.embedded.sql.Statement.ShowKind;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads SHOW. Confined to one thread. */
final class ShowParser {

    private static final Map<String, ShowKind> WITHOUT_DATABASE = Map.of(
            "databases", ShowKind.DATABASES,
            "topics", ShowKind.TOPICS,
            "dnodes", ShowKind.DNODES,
            "consumers", ShowKind.CONSUMERS,
            "subscriptions", ShowKind.SUBSCRIPTIONS);

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
            case "cluster" -> clusterAlive();
            case "tags" -> tags();
            case "tables", "normal", "child", "stables", "views", "vgroups" -> listed(null);
            default -> throw SqlException.notSupported("SHOW " + word.toUpperCase(Locale.ROOT));
        };
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

    private Show clusterAlive() {
        tokens.advance();
        if (tokens.at(TokenKind.END)) {
            throw SqlException.notSupported("SHOW CLUSTER");
        }
        tokens.expect("alive");
        return new Show(ShowKind.ALIVE, null, null, null);
    }

    /** {@code TAGS FROM [database.]table [FROM database]}. */
    private Show tags() {
        tokens.advance();
        tokens.expect("from");
        TableName table = Names.table(tokens);
        String database = tokens.accept("from") ? Names.database(tokens) : table.database();
        return new Show(ShowKind.TAGS, database, table.name(), null);
    }
}
