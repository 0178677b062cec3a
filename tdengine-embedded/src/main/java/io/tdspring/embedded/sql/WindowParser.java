// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import org.jspecify.annotations.Nullable;

/** Reads the clause that cuts rows into windows. Confined to one thread. */
final class WindowParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final IntervalParser intervals;

    WindowParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.intervals = new IntervalParser(tokens, expressions);
    }

    /** The window, or null if none follows. */
    @Nullable
    Window window() {
        if (tokens.accept("session")) {
            return session();
        }
        if (tokens.accept("state_window")) {
            return state();
        }
        if (tokens.accept("event_window")) {
            return event();
        }
        if (tokens.accept("count_window")) {
            return count();
        }
        if (tokens.at("anomaly_window")) {
            throw SqlException.notSupported("ANOMALY_WINDOW");
        }
        return intervals.interval();
    }

    private Window session() {
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        Expr column = column();
        tokens.expect(TokenKind.COMMA);
        Expr gap = tokens.at(TokenKind.INTEGER)
                ? Literals.number(tokens, "", tokens.position())
                : Literals.duration(tokens);
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return new Window.Session(column, gap);
    }

    private Window state() {
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        Expr state = expressions.value();
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        refuseShortest();
        return new Window.State(state);
    }

    private Window event() {
        tokens.expect("start", "with");
        Expr start = expressions.any();
        tokens.expect("end", "with");
        Expr end = expressions.any();
        refuseShortest();
        return new Window.Event(start, end);
    }

    private Window count() {
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        long size = number();
        long sliding = size;
        Expr column = null;
        if (tokens.accept(TokenKind.COMMA)) {
            if (tokens.at(TokenKind.INTEGER)) {
                sliding = number();
                column = tokens.accept(TokenKind.COMMA) ? column() : null;
            } else {
                column = column();
            }
        }
        if (column != null && tokens.at(TokenKind.COMMA)) {
            throw SqlException.notSupported("COUNT_WINDOW by several columns");
        }
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return new Window.Count(size, sliding, column);
    }

    private long number() {
        String digits = tokens.expectInteger();
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw SqlException.notSupported("a COUNT_WINDOW of such a size");
        }
    }

    /** {@code ts} or {@code t.ts}. */
    private Expr column() {
        String name = tokens.expectName();
        return tokens.accept(TokenKind.DOT)
                ? new Expr.ColumnReference(name, tokens.expectName())
                : new Expr.ColumnReference(null, name);
    }

    private void refuseShortest() {
        if (tokens.at("true_for")) {
            throw SqlException.notSupported("TRUE_FOR");
        }
    }
}
