// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.embedded.sql.Select.Fill;
import io.tdspring.embedded.sql.Select.FillMode;
import io.tdspring.embedded.sql.Select.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads INTERVAL with SLIDING and FILL. Confined to one thread. */
final class IntervalParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    IntervalParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** The window, or null if none follows. */
    @Nullable
    Interval interval() {
        if (tokens.at("fill")) {
            throw new SqlException(0x265D, "Invalid usage of RANGE clause, EVERY clause or FILL clause");
        }
        if (!tokens.accept("interval")) {
            return null;
        }
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        Expr.DurationLiteral every = duration();
        Expr.DurationLiteral offset = tokens.accept(TokenKind.COMMA) ? offset() : null;
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        Expr.DurationLiteral sliding = tokens.accept("sliding") ? sliding() : null;
        Fill fill = tokens.accept("fill") ? fill() : null;
        return new Interval(every, offset, sliding, fill);
    }

    private Expr.DurationLiteral offset() {
        if (tokens.at("auto")) {
            throw SqlException.notSupported("INTERVAL with an offset of AUTO");
        }
        return duration();
    }

    private Expr.DurationLiteral sliding() {
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        Expr.DurationLiteral sliding = duration();
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return sliding;
    }

    /** {@code 1m} or {@code '1m'}. */
    private Expr.DurationLiteral duration() {
        if (!tokens.at(TokenKind.STRING)) {
            tokens.accept(TokenKind.INTEGER); // TDengine's grammar takes one, and then finds no unit
            return Literals.duration(tokens);
        }
        String text = tokens.expectString();
        Expr.DurationLiteral duration = Literals.duration(text);
        if (duration == null) {
            throw new SqlException(0x2605, "Invalid value type: " + text);
        }
        return duration;
    }

    private Fill fill() {
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        FillMode mode = mode();
        List<Expr> values = new ArrayList<>();
        if (mode == FillMode.VALUE || mode == FillMode.VALUE_F) {
            tokens.expect(TokenKind.COMMA);
            values.addAll(expressions.values());
        }
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return new Fill(mode, values);
    }

    private FillMode mode() {
        for (FillMode mode : FillMode.values()) {
            if (tokens.accept(mode.word())) {
                return mode;
            }
        }
        throw tokens.unexpected();
    }
}
