// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.embedded.sql.Statement.TopicMeta;
import io.tdspring.embedded.sql.Statement.TopicSource;

/** Reads CREATE TOPIC, DROP TOPIC and DROP CONSUMER GROUP. Confined to one thread. */
final class TopicParser {

    private final TokenStream tokens;

    TopicParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** What follows CREATE TOPIC. */
    Statement create() {
        boolean ifNotExists = tokens.acceptIfNotExists();
        String name = Names.topic(tokens);
        TopicMeta meta = meta();
        tokens.expect("as");
        return new Statement.CreateTopic(name, ifNotExists, source(meta));
    }

    /** What follows DROP TOPIC. */
    Statement drop() {
        boolean ifExists = tokens.acceptIfExists();
        boolean force = tokens.accept("force");
        return new Statement.DropTopic(Names.topic(tokens), ifExists, force);
    }

    /** What follows DROP CONSUMER. */
    Statement dropGroup() {
        tokens.expect("group");
        boolean ifExists = tokens.acceptIfExists();
        boolean force = tokens.accept("force");
        String group = Names.topic(tokens);
        tokens.expect("on");
        return new Statement.DropConsumerGroup(group, Names.topic(tokens), ifExists, force);
    }

    private TopicMeta meta() {
        if (tokens.accept("with")) {
            tokens.expect("meta");
            return TopicMeta.WITH_META;
        }
        if (tokens.accept("only")) {
            tokens.expect("meta");
            return TopicMeta.ONLY_META;
        }
        return TopicMeta.NONE;
    }

    private TopicSource source(TopicMeta meta) {
        if (tokens.accept("database")) {
            return new Statement.DatabaseTopic(Names.database(tokens), meta);
        }
        if (tokens.accept("stable")) {
            TableName table = Names.table(tokens);
            Expr where = tokens.accept("where") ? new ExpressionParser(tokens).any() : null;
            return new Statement.SuperTableTopic(table, where, meta);
        }
        if (meta != TopicMeta.NONE || !(tokens.at("select") || tokens.at(TokenKind.LEFT_PARENTHESIS))) {
            throw tokens.unexpected();
        }
        return new Statement.QueryTopic(new QueryParser(tokens).query());
    }
}
