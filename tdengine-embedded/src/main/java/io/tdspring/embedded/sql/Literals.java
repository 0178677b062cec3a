// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Turns the text of constants into values. */
final class Literals {

    /** Digits that always fit a long. */
    private static final int LONG_DIGITS = 18;

    private Literals() {}

    /**
     * The number that the current token is; hexadecimal and binary ones count.
     *
     * @param sign empty, {@code +} or {@code -}
     */
    static Expr.Literal number(TokenStream tokens, String sign, int position) {
        String text = tokens.text();
        Object value = switch (tokens.kind()) {
            case INTEGER -> integer(text, 10, sign);
            case HEXADECIMAL -> integer(text.substring(2), 16, sign);
            case BINARY -> integer(text.substring(2), 2, sign);
            case FRACTION -> Double.valueOf(sign + text);
            default -> throw tokens.unexpected();
        };
        tokens.advance();
        return new Expr.Literal(value, sign.isEmpty() ? text : sign + text, position);
    }

    /** Whether the current token is a string, NULL, TRUE or FALSE. */
    static boolean atConstant(TokenStream tokens) {
        return tokens.at(TokenKind.STRING) || tokens.at("null") || tokens.at("true") || tokens.at("false");
    }

    /** The string, NULL, TRUE or FALSE that the current token is. */
    static Expr.Literal constant(TokenStream tokens) {
        int position = tokens.position();
        if (tokens.at(TokenKind.STRING)) {
            String content = tokens.expectString();
            return new Expr.Literal(content, content, position);
        }
        String word = tokens.text();
        tokens.advance();
        return new Expr.Literal(word.equals("null") ? null : Boolean.valueOf(word), word, position);
    }

    /** The duration that the current token is. */
    static Expr.DurationLiteral duration(TokenStream tokens) {
        Expr.DurationLiteral duration = duration(tokens.text());
        if (duration == null) {
            throw tokens.unexpected();
        }
        tokens.advance();
        return duration;
    }

    /** A duration as {@code 5m}, or null if the text is none. */
    static Expr.@Nullable DurationLiteral duration(String text) {
        int unit = text.length() - 1;
        if (unit < 1 || unit > LONG_DIGITS || "bnuasmhdwy".indexOf(text.charAt(unit)) < 0) {
            return null;
        }
        for (int i = 0; i < unit; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return null;
            }
        }
        return new Expr.DurationLiteral(Long.parseLong(text, 0, unit, 10), text.charAt(unit));
    }

    /**
     * The content of a quoted string. {@code \n \r \t} are what they are elsewhere, and other backslashes vanish; but
     * {@code \%} and {@code \_} are kept for LIKE, and {@code \x} for VARBINARY.
     */
    static String unescape(String quoted) {
        char quote = quoted.charAt(0);
        int end = quoted.length() - 1;
        if (quoted.indexOf('\\') < 0 && quoted.indexOf(quote, 1) == end) {
            return quoted.substring(1, end);
        }
        StringBuilder content = new StringBuilder(end);
        for (int i = 1; i < end; i++) {
            char c = quoted.charAt(i);
            if (c == quote) {
                i++;
                content.append(c);
            } else if (c == '\\') {
                i++;
                appendEscape(content, quoted.charAt(i));
            } else {
                content.append(c);
            }
        }
        return content.toString();
    }

    private static void appendEscape(StringBuilder content, char c) {
        switch (c) {
            case 'n' -> content.append('\n');
            case 'r' -> content.append('\r');
            case 't' -> content.append('\t');
            case '%', '_', 'x' -> content.append('\\').append(c);
            default -> content.append(c);
        }
    }

    private static Number integer(String digits, int radix, String sign) {
        boolean negative = sign.equals("-");
        if (digits.length() <= LONG_DIGITS && radix == 10) {
            long magnitude = Long.parseLong(digits);
            return negative ? -magnitude : magnitude;
        }
        BigInteger magnitude = new BigInteger(digits, radix);
        BigInteger value = negative ? magnitude.negate() : magnitude;
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        return value;
    }
}
