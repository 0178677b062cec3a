// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

/** Reads CREATE INDEX and DROP INDEX. Confined to one thread. */
final class IndexParser {

    private final TokenStream tokens;

    IndexParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** What follows CREATE INDEX. */
    Statement create() {
        String name = Names.column(tokens);
        tokens.expect("on");
        TableName table = Names.table(tokens);
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        String tag = Names.column(tokens);
        if (tokens.at(TokenKind.COMMA)) {
            throw SqlException.notSupported("An index of several tags");
        }
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return new Statement.CreateIndex(name, table, tag);
    }

    /** What follows DROP INDEX. */
    Statement drop() {
        return new Statement.DropIndex(Names.table(tokens));
    }
}
