// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tokens of a statement with the questions that parsers ask and the errors they give. Confined to one thread. */
final class TokenStream {

    /** Deeper and longer expressions could use up the stack of whoever walks through them. */
    private static final int MAXIMUM_DEPTH = 200;

    private static final int MAXIMUM_OPERATORS = 2000;

    private final Lexer lexer;
    private final @Nullable Placeholders placeholders;
    private int previousEnd;
    private int depth;
    private int operators;

    TokenStream(String sql) {
        this(sql, null);
    }

    /** @param placeholders what {@code ?} stands for; null where it stands for nothing */
    TokenStream(String sql, @Nullable Placeholders placeholders) {
        this.placeholders = placeholders;
        lexer = new Lexer(sql);
        lexer.moveTo(0);
    }

    /** The statement, lower-cased outside quotes. */
    String sql() {
        return lexer.sql();
    }

    TokenKind kind() {
        return lexer.kind();
    }

    /** Where the current token begins. */
    int position() {
        return lexer.start();
    }

    /** Behind the token before the current one. */
    int previousEnd() {
        return previousEnd;
    }

    /** The current token as written. */
    String text() {
        return lexer.sql().substring(lexer.start(), lexer.end());
    }

    /** The statement from here on. */
    String rest() {
        return lexer.sql().substring(lexer.start());
    }

    void advance() {
        previousEnd = lexer.end();
        lexer.moveTo(lexer.end());
    }

    /** Returns to a {@link #position()} of before. */
    void returnTo(int position) {
        lexer.moveTo(position);
        previousEnd = position;
    }

    /** Reads a part that can hold parts of its own kind. */
    <T> T nested(Supplier<T> part) {
        depth++;
        if (depth > MAXIMUM_DEPTH) {
            throw SqlException.notSupported("Nesting of more than " + MAXIMUM_DEPTH + " levels");
        }
        T read = part.get();
        depth--;
        return read;
    }

    /** Goes behind an operator between two operands. */
    void advanceOverOperator() {
        operators++;
        if (operators > MAXIMUM_OPERATORS) {
            throw SqlException.notSupported("A statement of more than " + MAXIMUM_OPERATORS + " operators");
        }
        advance();
    }

    boolean at(TokenKind kind) {
        return lexer.kind() == kind;
    }

    /** Whether the current token is this word, given in lower case. */
    boolean at(String word) {
        return lexer.kind() == TokenKind.WORD
                && lexer.end() - lexer.start() == word.length()
                && lexer.sql().startsWith(word, lexer.start());
    }

    /** Whether the current token stands for a value that is bound. */
    boolean atPlaceholder() {
        return placeholders != null && at(TokenKind.QUESTION);
    }

    /** What the current token stands for. */
    Expr expectPlaceholder() {
        if (placeholders == null || !at(TokenKind.QUESTION)) {
            throw unexpected();
        }
        Expr value = placeholders.at(position());
        advance();
        return value;
    }

    /** Whether the token behind the current one is of this kind. */
    boolean isFollowedBy(TokenKind kind) {
        int here = lexer.start();
        int before = previousEnd;
        advance();
        boolean found = at(kind);
        lexer.moveTo(here);
        previousEnd = before;
        return found;
    }

    boolean accept(TokenKind kind) {
        boolean found = at(kind);
        if (found) {
            advance();
        }
        return found;
    }

    boolean accept(String word) {
        boolean found = at(word);
        if (found) {
            advance();
        }
        return found;
    }

    void expect(TokenKind kind) {
        if (!accept(kind)) {
            throw unexpected();
        }
    }

    void expect(String... words) {
        for (String word : words) {
            if (!accept(word)) {
                throw unexpected();
            }
        }
    }

    /** Accepts the first of these words that comes, or fails. */
    String expectOneOf(List<String> words) {
        for (String word : words) {
            if (accept(word)) {
                return word;
            }
        }
        throw unexpected();
    }

    /** {@code IF NOT EXISTS}, whole or not at all. */
    boolean acceptIfNotExists() {
        boolean found = accept("if");
        if (found) {
            expect("not", "exists");
        }
        return found;
    }

    /** {@code IF EXISTS}, whole or not at all. */
    boolean acceptIfExists() {
        boolean found = accept("if");
        if (found) {
            expect("exists");
        }
        return found;
    }

    /** Whether the current token can be a name: quoted, or a word that is not reserved. */
    boolean atName() {
        return at(TokenKind.QUOTED_NAME) || (at(TokenKind.WORD) && !ReservedWords.contains(text()));
    }

    /** A name; back-quotes are taken off. */
    String expectName() {
        if (!atName()) {
            throw unexpected();
        }
        String text = text();
        boolean quoted = at(TokenKind.QUOTED_NAME);
        advance();
        return quoted ? text.substring(1, text.length() - 1).replace("``", "`") : text;
    }

    /** A string's content. */
    String expectString() {
        if (!at(TokenKind.STRING)) {
            throw unexpected();
        }
        String content = Literals.unescape(text());
        advance();
        return content;
    }

    /** An integer without sign, as written. */
    String expectInteger() {
        if (!at(TokenKind.INTEGER)) {
            throw unexpected();
        }
        String digits = text();
        advance();
        return digits;
    }

    void expectEnd() {
        if (!at(TokenKind.END)) {
            throw unexpected();
        }
    }

    /** The error that the current token is. */
    SqlException unexpected() {
        if (at(TokenKind.END)) {
            return new SqlException(SqlException.INCOMPLETE, "Incomplete SQL statement");
        }
        String what = at(TokenKind.ILLEGAL) ? "unrecognized token: \"" : "syntax error near \"";
        return new SqlException(SqlException.SYNTAX, what + SqlException.shown(rest()) + '"');
    }
}
