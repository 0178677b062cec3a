// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.nio.charset.StandardCharsets;

/** Reads names and checks their lengths, which TDengine counts in bytes. */
final class Names {

    private static final int DATABASE_BYTES = 64;
    private static final int TABLE_BYTES = 192;
    private static final int COLUMN_BYTES = 64;

    private Names() {}

    static String database(TokenStream tokens) {
        String name = checked(tokens, DATABASE_BYTES);
        if (name.indexOf('.') >= 0) {
            throw invalid("The database name cannot contain '.'");
        }
        return name;
    }

    /** {@code [database.]table}. */
    static TableName table(TokenStream tokens) {
        if (!tokens.isFollowedBy(TokenKind.DOT)) {
            return new TableName(null, tableName(tokens));
        }
        String database = database(tokens);
        tokens.expect(TokenKind.DOT);
        return new TableName(database, tableName(tokens));
    }

    static String topic(TokenStream tokens) {
        return checked(tokens, TABLE_BYTES);
    }

    static String column(TokenStream tokens) {
        return checked(tokens, COLUMN_BYTES);
    }

    private static String tableName(TokenStream tokens) {
        String name = checked(tokens, TABLE_BYTES);
        if (name.indexOf('.') >= 0) {
            throw invalid("The table name cannot contain '.'");
        }
        return name;
    }

    private static String checked(TokenStream tokens, int maximum) {
        int content = tokens.at(TokenKind.QUOTED_NAME) ? tokens.position() + 1 : tokens.position();
        String name = tokens.expectName();
        if (name.isEmpty() || bytes(name) > maximum) {
            throw invalid("Invalid identifier name: "
                    + SqlException.shown(tokens.sql().substring(content)));
        }
        return name;
    }

    private static int bytes(String name) {
        // Most names can't be too long whatever their characters are.
        return name.length() <= DATABASE_BYTES / 3 ? name.length() : name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static SqlException invalid(String message) {
        return new SqlException(SqlException.INVALID_IDENTIFIER, message);
    }
}
