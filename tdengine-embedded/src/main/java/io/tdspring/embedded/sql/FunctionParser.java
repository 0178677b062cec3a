// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads calls of functions, CAST and CASE. Confined to one thread. */
final class FunctionParser {

    /** Reserved words that are functions nonetheless. */
    private static final Set<String> RESERVED_FUNCTIONS = Set.of(
            "case",
            "cast",
            "client_version",
            "cols",
            "count",
            "current_user",
            "database",
            "first",
            "last",
            "last_row",
            "now",
            "pi",
            "position",
            "rand",
            "replace",
            "server_status",
            "server_version",
            "substr",
            "substring",
            "timezone",
            "today",
            "trim",
            "user");

    /** They take no argument, and must not be given one. */
    private static final Set<String> WITHOUT_ARGUMENTS = Set.of(
            "client_version",
            "current_user",
            "database",
            "now",
            "pi",
            "server_status",
            "server_version",
            "timezone",
            "today",
            "user");

    /** They take {@code *}. */
    private static final Set<String> OF_STARS = Set.of("count", "first", "last", "last_row");

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    FunctionParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** Whether the current word begins a call. */
    boolean isCall() {
        String word = tokens.text();
        return ReservedWords.contains(word)
                ? RESERVED_FUNCTIONS.contains(word)
                : tokens.isFollowedBy(TokenKind.LEFT_PARENTHESIS);
    }

    Expr call() {
        String name = tokens.text();
        tokens.advance();
        if (name.equals("case")) {
            return caseWhen();
        }
        if (name.equals("now") && !tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            return new Expr.FunctionCall(name, List.of());
        }
        if (name.equals("cols")) {
            throw SqlException.notSupported("COLS");
        }
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        Expr call = name.equals("cast") ? cast() : new Expr.FunctionCall(name, arguments(name));
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return call;
    }

    private List<Expr> arguments(String name) {
        if (WITHOUT_ARGUMENTS.contains(name) || (name.equals("rand") && tokens.at(TokenKind.RIGHT_PARENTHESIS))) {
            return List.of();
        }
        if (OF_STARS.contains(name)) {
            return stars();
        }
        return switch (name) {
            case "trim" -> trim();
            case "position" -> position();
            case "substring", "substr" -> substring();
            default -> expressions.values();
        };
    }

    private List<Expr> stars() {
        if (tokens.accept(TokenKind.STAR)) {
            return List.of(new Expr.Star(null));
        }
        List<Expr> arguments = new ArrayList<>();
        do {
            Expr star = expressions.qualifiedStar();
            arguments.add(star == null ? expressions.value() : star);
        } while (tokens.accept(TokenKind.COMMA));
        return arguments;
    }

    /** {@code [LEADING|TRAILING|BOTH] [characters FROM] text}: the text comes first, then the characters, the side. */
    private List<Expr> trim() {
        int position = tokens.position();
        if (!tokens.at("leading") && !tokens.at("trailing") && !tokens.at("both")) {
            Expr first = expressions.value();
            return tokens.accept("from") ? List.of(expressions.value(), first) : List.of(first);
        }
        Expr side = new Expr.Literal(tokens.text(), tokens.text(), position);
        tokens.advance();
        Expr characters = tokens.at("from") ? new Expr.Literal(" ", " ", position) : expressions.value();
        tokens.expect("from");
        return List.of(expressions.value(), characters, side);
    }

    /** {@code part IN text}. */
    private List<Expr> position() {
        Expr part = expressions.value();
        tokens.expect("in");
        return List.of(part, expressions.value());
    }

    /** {@code text, start[, length]} or {@code text FROM start [FOR length]}. */
    private List<Expr> substring() {
        Expr text = expressions.value();
        boolean inWords = tokens.accept("from");
        if (!inWords) {
            tokens.expect(TokenKind.COMMA);
        }
        Expr start = expressions.value();
        boolean more = inWords ? tokens.accept("for") : tokens.accept(TokenKind.COMMA);
        return more ? List.of(text, start, expressions.value()) : List.of(text, start);
    }

    private Expr cast() {
        Expr operand = expressions.any();
        tokens.expect("as");
        return new Expr.Cast(operand, Types.ofCast(tokens));
    }

    private Expr caseWhen() {
        Expr operand = tokens.at("when") ? null : expressions.any();
        List<Expr.When> whens = new ArrayList<>();
        do {
            tokens.expect("when");
            Expr condition = expressions.any();
            tokens.expect("then");
            whens.add(new Expr.When(condition, expressions.any()));
        } while (tokens.at("when"));
        Expr otherwise = tokens.accept("else") ? expressions.any() : null;
        tokens.expect("end");
        return new Expr.CaseWhen(operand, whens, otherwise);
    }
}
