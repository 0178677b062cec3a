// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.embedded.sql.Expr.BinaryOperator;
import io.tdspring.embedded.sql.Expr.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions. TDengine keeps values and conditions apart: conditions can't be compared or reckoned with, and AND,
 * OR and NOT take nothing else. Confined to one thread.
 */
final class ExpressionParser {

    private final TokenStream tokens;
    private final ValueParser values;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        this.values = new ValueParser(tokens, this);
    }

    /** A value or a condition. */
    Expr any() {
        Expr left = and();
        while (tokens.at("or")) {
            left = junction(BinaryOperator.OR, left);
        }
        return left;
    }

    /** A value. */
    Expr value() {
        return values.value();
    }

    /** Values with commas between them, at least one. */
    List<Expr> values() {
        List<Expr> values = new ArrayList<>();
        do {
            values.add(value());
        } while (tokens.accept(TokenKind.COMMA));
        return values;
    }

    /** {@code t.*}, or null if it is something else. */
    Expr.@Nullable Star qualifiedStar() {
        if (!tokens.atName()) {
            return null;
        }
        int start = tokens.position();
        String table = tokens.expectName();
        if (tokens.accept(TokenKind.DOT) && tokens.accept(TokenKind.STAR)) {
            return new Expr.Star(table);
        }
        tokens.returnTo(start);
        return null;
    }

    private Expr and() {
        Expr left = not();
        while (tokens.at("and")) {
            left = junction(BinaryOperator.AND, left);
        }
        return left;
    }

    private Expr junction(BinaryOperator operator, Expr left) {
        requireCondition(left);
        tokens.advanceOverOperator();
        Expr right = operator == BinaryOperator.AND ? not() : and();
        requireCondition(right);
        return new Expr.Binary(operator, left, right);
    }

    private Expr not() {
        if (!tokens.accept("not")) {
            return predicate();
        }
        Expr operand = tokens.nested(this::not);
        requireCondition(operand);
        return negated(operand);
    }

    private void requireCondition(Expr expr) {
        if (!isCondition(expr)) {
            throw tokens.unexpected();
        }
    }

    private static Expr negated(Expr condition) {
        return new Expr.Unary(UnaryOperator.NOT, condition);
    }

    /** Whether it is a condition and not a value. */
    static boolean isCondition(Expr expr) {
        if (expr instanceof Expr.Binary binary) {
            return binary.operator().isCondition();
        }
        if (expr instanceof Expr.Unary unary) {
            return unary.operator() == UnaryOperator.NOT;
        }
        return expr instanceof Expr.Between || expr instanceof Expr.InList || expr instanceof Expr.IsNull;
    }

    private Expr predicate() {
        Expr left = values.valueOrParenthesizedCondition();
        if (isCondition(left)) {
            return left;
        }
        BinaryOperator comparison = comparison();
        if (comparison != null) {
            tokens.advance();
            return new Expr.Binary(comparison, left, value());
        }
        if (tokens.accept("is")) {
            return isNull(left);
        }
        if (tokens.accept("not")) {
            return negatedPredicate(left);
        }
        if (tokens.accept("between")) {
            return between(left);
        }
        return tokens.accept("in") ? inList(left) : left;
    }

    private @Nullable BinaryOperator comparison() {
        return switch (tokens.kind()) {
            case EQUAL -> BinaryOperator.EQUAL;
            case NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
            case LESS -> BinaryOperator.LESS;
            case LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
            case GREATER -> BinaryOperator.GREATER;
            case GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
            case WORD -> comparisonWord(tokens.text());
            default -> null;
        };
    }

    private static @Nullable BinaryOperator comparisonWord(String word) {
        return switch (word) {
            case "like" -> BinaryOperator.LIKE;
            case "match", "regexp" -> BinaryOperator.MATCH;
            case "nmatch" -> BinaryOperator.NOT_MATCH;
            case "contains" -> BinaryOperator.CONTAINS;
            default -> null;
        };
    }

    private Expr isNull(Expr operand) {
        boolean not = tokens.accept("not");
        tokens.expect("null");
        Expr test = new Expr.IsNull(operand);
        return not ? negated(test) : test;
    }

    private Expr negatedPredicate(Expr left) {
        if (tokens.accept("like")) {
            return new Expr.Binary(BinaryOperator.NOT_LIKE, left, value());
        }
        if (tokens.accept("regexp")) {
            return new Expr.Binary(BinaryOperator.NOT_MATCH, left, value());
        }
        if (tokens.accept("between")) {
            return negated(between(left));
        }
        tokens.expect("in");
        return negated(inList(left));
    }

    private Expr between(Expr operand) {
        Expr low = value();
        tokens.expect("and");
        return new Expr.Between(operand, low, value());
    }

    private Expr inList(Expr operand) {
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        List<Expr> candidates = values();
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return new Expr.InList(operand, candidates);
    }
}
