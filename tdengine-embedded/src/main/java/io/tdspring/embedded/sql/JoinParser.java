// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.embedded.sql.Select.JoinKind;
import io.tdspring.embedded.sql.Select.JoinSide;
import io.tdspring.embedded.sql.Select.JoinSource;
import io.tdspring.embedded.sql.Select.Source;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what follows FROM: tables and queries with joins between them. Confined to one thread. */
final class JoinParser {

    private static final Set<String> KINDS = Set.of("outer", "semi", "anti", "asof", "window");

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final Supplier<Source> members;

    /** @param members reads a table or a query in parentheses, with its alias */
    JoinParser(TokenStream tokens, ExpressionParser expressions, Supplier<Source> members) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.members = members;
    }

    Source source() {
        Source source = joined();
        while (tokens.at(TokenKind.COMMA)) {
            tokens.advanceOverOperator();
            source = new JoinSource(source, joined(), JoinSide.INNER, JoinKind.OUTER, null, null, null);
        }
        return source;
    }

    private Source joined() {
        Source source = members.get();
        JoinSide side = side();
        while (side != null) {
            JoinKind kind = tokens.at("join") ? JoinKind.OUTER : kind(side);
            if (!tokens.at("join")) {
                throw tokens.unexpected();
            }
            tokens.advanceOverOperator();
            source = join(source, side, kind);
            side = side();
        }
        return source;
    }

    private @Nullable JoinSide side() {
        if (tokens.at("join") || tokens.at("inner")) {
            return JoinSide.INNER;
        }
        if (tokens.at("left")) {
            return JoinSide.LEFT;
        }
        if (tokens.at("right")) {
            return JoinSide.RIGHT;
        }
        return tokens.at("full") ? JoinSide.FULL : null;
    }

    private JoinKind kind(JoinSide side) {
        tokens.advance();
        boolean follows = tokens.at(TokenKind.WORD) && KINDS.contains(tokens.text());
        if (side == JoinSide.INNER || !follows || (side == JoinSide.FULL && !tokens.at("outer"))) {
            return JoinKind.OUTER;
        }
        JoinKind kind = JoinKind.valueOf(tokens.text().toUpperCase(Locale.ROOT));
        tokens.advance();
        return kind;
    }

    private JoinSource join(Source left, JoinSide side, JoinKind kind) {
        Source right = members.get();
        Expr on = tokens.accept("on") ? expressions.any() : null;
        Select.WindowOffset window = kind == JoinKind.WINDOW ? windowOffset() : null;
        return new JoinSource(left, right, side, kind, on, window, limit(kind));
    }

    private Select.WindowOffset windowOffset() {
        tokens.expect("window_offset");
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        Expr.DurationLiteral start = signedDuration();
        tokens.expect(TokenKind.COMMA);
        Expr.DurationLiteral end = signedDuration();
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return new Select.WindowOffset(start, end);
    }

    private Expr.DurationLiteral signedDuration() {
        boolean negative = tokens.accept(TokenKind.MINUS);
        Expr.DurationLiteral duration = Literals.duration(tokens);
        return negative ? new Expr.DurationLiteral(-duration.amount(), duration.unit()) : duration;
    }

    private @Nullable Long limit(JoinKind kind) {
        if (!tokens.at("jlimit")) {
            return null;
        }
        if (kind != JoinKind.ASOF && kind != JoinKind.WINDOW) {
            throw SqlException.notSupported("JLIMIT of a join that is neither ASOF nor WINDOW");
        }
        tokens.advance();
        String digits = tokens.expectInteger();
        return digits.length() > 9 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
