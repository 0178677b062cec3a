// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.embedded.sql.Expr.BinaryOperator;
import java.util.List;
import java.util.Set;

/**
 * Reads the values of INSERT and of TAGS: a constant with its sign, or a time, and spans of time added to it. Confined
 * to one thread.
 */
final class ConstantParser {

    private static final Set<TokenKind> NUMBERS =
            Set.of(TokenKind.INTEGER, TokenKind.FRACTION, TokenKind.HEXADECIMAL, TokenKind.BINARY);

    private final TokenStream tokens;
    private final Set<TokenKind> spans;

    private ConstantParser(TokenStream tokens, Set<TokenKind> spans) {
        this.tokens = tokens;
        this.spans = spans;
    }

    /** For CREATE TABLE, where only durations can be added. */
    static ConstantParser ofTags(TokenStream tokens) {
        return new ConstantParser(tokens, Set.of(TokenKind.DURATION));
    }

    /** For INSERT, where it takes the column's type to tell that a number can't be added. */
    static ConstantParser ofRows(TokenStream tokens) {
        return new ConstantParser(tokens, Set.of(TokenKind.DURATION, TokenKind.INTEGER, TokenKind.FRACTION));
    }

    /** Whether a value can begin here. */
    boolean atConstant() {
        return Literals.atConstant(tokens)
                || NUMBERS.contains(tokens.kind())
                || tokens.at(TokenKind.PLUS)
                || tokens.at(TokenKind.MINUS)
                || tokens.at("now")
                || tokens.at("today");
    }

    /** The value here. */
    Expr constant() {
        Expr value = first();
        while (tokens.at(TokenKind.PLUS) || tokens.at(TokenKind.MINUS)) {
            BinaryOperator operator = tokens.at(TokenKind.PLUS) ? BinaryOperator.ADD : BinaryOperator.SUBTRACT;
            tokens.advance();
            value = new Expr.Binary(operator, value, span());
        }
        return value;
    }

    private Expr first() {
        if (Literals.atConstant(tokens)) {
            return Literals.constant(tokens);
        }
        if (tokens.at("now") || tokens.at("today")) {
            return time();
        }
        int position = tokens.position();
        String sign = tokens.at(TokenKind.PLUS) || tokens.at(TokenKind.MINUS) ? tokens.text() : "";
        if (!sign.isEmpty()) {
            tokens.advance();
        }
        return Literals.number(tokens, sign, position);
    }

    /** {@code now}, {@code now()} or {@code today()}. */
    private Expr time() {
        String name = tokens.text();
        tokens.advance();
        if (tokens.at(TokenKind.LEFT_PARENTHESIS) || name.equals("today")) {
            tokens.expect(TokenKind.LEFT_PARENTHESIS);
            tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        }
        return new Expr.FunctionCall(name, List.of());
    }

    private Expr span() {
        if (!spans.contains(tokens.kind())) {
            throw tokens.unexpected();
        }
        return tokens.at(TokenKind.DURATION)
                ? Literals.duration(tokens)
                : Literals.number(tokens, "", tokens.position());
    }
}
