// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.embedded.sql.Insert.Row;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows and tags of INSERT. Confined to one thread. */
final class InsertRowParser {

    private static final String NO_VALUE = "invalid data or symbol";

    private final TokenStream tokens;
    private final ConstantParser constants;

    InsertRowParser(TokenStream tokens) {
        this.tokens = tokens;
        this.constants = ConstantParser.ofRows(tokens);
    }

    /**
     * Rows up to the next thing that is none; at least one.
     *
     * @param columns how many values a row has, or 0 if unknown
     */
    List<Row> rows(int columns) {
        List<Row> rows = new ArrayList<>();
        while (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            rows.add(row(columns));
            if (tokens.at(TokenKind.COMMA) && tokens.isFollowedBy(TokenKind.LEFT_PARENTHESIS)) {
                tokens.advance();
            }
        }
        if (rows.isEmpty()) {
            throw bare("no any data points");
        }
        return rows;
    }

    /** {@code (value, …)}, which may be empty. */
    Row row(int columns) {
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        List<Expr> values = new ArrayList<>(Math.max(columns, 8));
        if (!tokens.at(TokenKind.RIGHT_PARENTHESIS)) {
            do {
                values.add(value());
            } while (tokens.accept(TokenKind.COMMA));
        }
        int closing = tokens.position();
        if (!tokens.accept(TokenKind.RIGHT_PARENTHESIS)) {
            throw SqlException.insertSyntax(tokens.rest(), values.size() == columns ? ") expected" : ", expected");
        }
        return new Row(values, closing);
    }

    private Expr value() {
        int start = tokens.position();
        refuseComment();
        if (tokens.atPlaceholder()) {
            return tokens.expectPlaceholder();
        }
        if (tokens.at(TokenKind.QUESTION)) {
            throw SqlException.insertSyntax(tokens.rest(), "? only used in stmt");
        }
        if (tokens.at(TokenKind.END)) {
            throw bare(NO_VALUE);
        }
        if (!constants.atConstant()) {
            throw SqlException.insertSyntax(tokens.rest(), NO_VALUE);
        }
        try {
            return constants.constant();
        } catch (SqlException e) {
            throw SqlException.insertSyntax(tokens.sql().substring(start), NO_VALUE);
        }
    }

    /** Where a value should begin, TDengine takes {@code --} for two signs. */
    private void refuseComment() {
        String skipped = tokens.sql().substring(tokens.previousEnd(), tokens.position());
        if (skipped.length() > 1 && skipped.strip().startsWith("--")) {
            int comment = tokens.previousEnd() + skipped.indexOf("--");
            throw SqlException.insertSyntax(tokens.sql().substring(comment), NO_VALUE);
        }
    }

    /** TDengine gives these reasons in the place of the text. */
    private static SqlException bare(String reason) {
        return new SqlException(SqlException.INSERT_SYNTAX, "syntax error near '" + reason + "'");
    }
}
