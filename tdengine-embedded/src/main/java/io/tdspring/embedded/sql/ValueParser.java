// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.embedded.sql.Expr.BinaryOperator;
import io.tdspring.embedded.sql.Expr.UnaryOperator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads values: what can be reckoned with and compared. Confined to one thread. */
final class ValueParser {

    /** The operators by how tight they bind, loosest first. */
    private static final List<Map<TokenKind, BinaryOperator>> OPERATORS = List.of(
            Map.of(TokenKind.AMPERSAND, BinaryOperator.BIT_AND, TokenKind.PIPE, BinaryOperator.BIT_OR),
            Map.of(TokenKind.PLUS, BinaryOperator.ADD, TokenKind.MINUS, BinaryOperator.SUBTRACT),
            Map.of(
                    TokenKind.STAR, BinaryOperator.MULTIPLY,
                    TokenKind.SLASH, BinaryOperator.DIVIDE,
                    TokenKind.PERCENT, BinaryOperator.REMAINDER));

    private static final Set<String> PSEUDO_COLUMNS = Set.of(
            "tbname",
            "_rowts",
            "_c0",
            "_qstart",
            "_qend",
            "_qduration",
            "_wstart",
            "_wend",
            "_wduration",
            "_irowts",
            "_irowts_origin",
            "_isfilled");

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final FunctionParser functions;

    ValueParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.functions = new FunctionParser(tokens, expressions);
    }

    /** What parentheses at the beginning of an operand may hold. */
    private enum Parentheses {
        VALUE,
        VALUE_OR_CONDITION
    }

    Expr value() {
        return operation(0, Parentheses.VALUE);
    }

    /** A value; or a condition in parentheses, which no operator can follow then. */
    Expr valueOrParenthesizedCondition() {
        return operation(0, Parentheses.VALUE_OR_CONDITION);
    }

    private Expr operation(int level, Parentheses first) {
        if (level == OPERATORS.size()) {
            return signed(first);
        }
        Expr left = operation(level + 1, first);
        BinaryOperator operator = OPERATORS.get(level).get(tokens.kind());
        while (operator != null && !ExpressionParser.isCondition(left)) {
            tokens.advanceOverOperator();
            left = new Expr.Binary(operator, left, operation(level + 1, Parentheses.VALUE));
            operator = OPERATORS.get(level).get(tokens.kind());
        }
        return left;
    }

    private Expr signed(Parentheses first) {
        if (tokens.accept(TokenKind.MINUS)) {
            return new Expr.Unary(UnaryOperator.MINUS, tokens.nested(() -> signed(Parentheses.VALUE)));
        }
        if (tokens.accept(TokenKind.PLUS)) {
            return new Expr.Unary(UnaryOperator.PLUS, tokens.nested(() -> signed(Parentheses.VALUE)));
        }
        return primary(first);
    }

    private Expr primary(Parentheses parentheses) {
        return switch (tokens.kind()) {
            case LEFT_PARENTHESIS -> tokens.nested(() -> parenthesized(parentheses));
            case INTEGER, FRACTION -> Literals.number(tokens, "", tokens.position());
            case STRING -> Literals.constant(tokens);
            case DURATION -> Literals.duration(tokens);
            case QUOTED_NAME -> column();
            case WORD -> word();
            case QUESTION -> tokens.expectPlaceholder();
            default -> throw tokens.unexpected();
        };
    }

    private Expr parenthesized(Parentheses parentheses) {
        tokens.advance();
        Expr inner = parentheses == Parentheses.VALUE ? value() : expressions.any();
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return inner;
    }

    private Expr word() {
        String word = tokens.text();
        return switch (word) {
            case "null", "true", "false" -> Literals.constant(tokens);
            case "timestamp" -> timestamp();
            default -> {
                if (PSEUDO_COLUMNS.contains(word)) {
                    tokens.advance();
                    yield new Expr.PseudoColumn(null, word);
                }
                yield functions.isCall() ? tokens.nested(functions::call) : column();
            }
        };
    }

    private Expr timestamp() {
        tokens.advance();
        return new Expr.TimestampLiteral(tokens.expectString());
    }

    private Expr column() {
        String name = tokens.expectName();
        if (!tokens.accept(TokenKind.DOT)) {
            return jsonValue(new Expr.ColumnReference(null, name));
        }
        if (tokens.at(TokenKind.WORD) && PSEUDO_COLUMNS.contains(tokens.text())) {
            String pseudo = tokens.text();
            tokens.advance();
            return new Expr.PseudoColumn(name, pseudo);
        }
        return jsonValue(new Expr.ColumnReference(name, tokens.expectName()));
    }

    /** {@code column->'key'} if an arrow follows, else the column. */
    private Expr jsonValue(Expr column) {
        if (!tokens.accept(TokenKind.ARROW)) {
            return column;
        }
        if (!tokens.at(TokenKind.STRING)) {
            throw tokens.unexpected();
        }
        return new Expr.Binary(BinaryOperator.JSON_VALUE, column, Literals.constant(tokens));
    }
}
