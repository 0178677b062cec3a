// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

/**
 * Cuts a statement into tokens, one at a time: what lies behind an error is never looked at. Confined to one thread.
 *
 * <p>The text is lower-cased outside quotes first, as TDengine does; so all texts of it are, errors included.
 */
final class Lexer {

    private static final String DURATION_UNITS = "bnuasmhdwy";

    private final String sql;
    private final int length;
    private int start;
    private int end;
    private TokenKind kind = TokenKind.END;

    Lexer(String sql) {
        this.sql = lowerCase(sql.stripTrailing());
        this.length = this.sql.length();
    }

    /** The statement in lower case, without white space at its end; positions count its characters. */
    String sql() {
        return sql;
    }

    TokenKind kind() {
        return kind;
    }

    /** Where the token begins. */
    int start() {
        return start;
    }

    /** Behind the token. */
    int end() {
        return end;
    }

    /** Goes to the first token at or after this position. */
    void moveTo(int position) {
        start = skipBlanks(position);
        end = start;
        kind = start >= length ? TokenKind.END : scan(sql.charAt(start));
    }

    /** ASCII letters only: bytes beyond are what they are. */
    private static String lowerCase(String sql) {
        char[] characters = sql.toCharArray();
        char quote = 0;
        for (int i = 0; i < characters.length; i++) {
            char c = characters[i];
            if (quote != 0) {
                if (c == '\\' && quote != '`') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c >= 'A' && c <= 'Z') {
                characters[i] = (char) (c + ('a' - 'A'));
            }
        }
        return new String(characters);
    }

    /** White space and comments; a comment that is never closed reaches to the end. */
    private int skipBlanks(int from) {
        int i = from;
        while (i < length) {
            char c = sql.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                i++;
            } else if (sql.startsWith("--", i)) {
                int lineEnd = sql.indexOf('\n', i);
                i = lineEnd < 0 ? length : lineEnd + 1;
            } else if (sql.startsWith("/*", i)) {
                int close = sql.indexOf("*/", i + 2);
                i = close < 0 ? length : close + 2;
            } else {
                return i;
            }
        }
        return length;
    }

    private TokenKind scan(char c) {
        if (isNamePart(c) && !isDigit(c)) {
            end = endOfName(start);
            return TokenKind.WORD;
        }
        if (isDigit(c) || (c == '.' && isDigit(at(start + 1)))) {
            return scanNumber();
        }
        if (c == '\'' || c == '"') {
            return scanQuoted(c, TokenKind.STRING);
        }
        return c == '`' ? scanQuoted(c, TokenKind.QUOTED_NAME) : scanSymbol(c);
    }

    private TokenKind scanQuoted(char quote, TokenKind quoted) {
        for (int i = start + 1; i < length; i++) {
            char c = sql.charAt(i);
            if (c == '\\' && quote != '`') {
                i++;
            } else if (c == quote && at(i + 1) == quote) {
                i++;
            } else if (c == quote) {
                end = i + 1;
                return quoted;
            }
        }
        end = length;
        return TokenKind.ILLEGAL;
    }

    private TokenKind scanNumber() {
        if (sql.startsWith("0x", start)) {
            return scanPrefixed(16);
        }
        if (sql.startsWith("0b", start) && isBinaryDigit(at(start + 2))) {
            return scanPrefixed(2);
        }
        end = endOfDigits(start);
        TokenKind number = TokenKind.INTEGER;
        if (at(end) == '.') {
            end = endOfDigits(end + 1);
            number = TokenKind.FRACTION;
            if (at(end) == '.') {
                return TokenKind.ILLEGAL;
            }
        }
        if (number == TokenKind.INTEGER && isDurationUnit(end)) {
            end++;
            return TokenKind.DURATION;
        }
        int exponent = endOfExponent(end);
        if (exponent > end) {
            end = exponent;
            return TokenKind.FRACTION;
        }
        return number;
    }

    private TokenKind scanPrefixed(int radix) {
        end = start + 2;
        while (at(end) < 0x80 && Character.digit(at(end), radix) >= 0) {
            end++;
        }
        if (end == start + 2) {
            return TokenKind.ILLEGAL;
        }
        return radix == 16 ? TokenKind.HEXADECIMAL : TokenKind.BINARY;
    }

    /** Behind {@code e10}, {@code e-4}; the given position if there is no exponent. */
    private int endOfExponent(int position) {
        if (at(position) != 'e') {
            return position;
        }
        int digits = at(position + 1) == '+' || at(position + 1) == '-' ? position + 2 : position + 1;
        return isDigit(at(digits)) ? endOfDigits(digits) : position;
    }

    private boolean isDurationUnit(int position) {
        return DURATION_UNITS.indexOf(at(position)) >= 0 && !isNamePart(at(position + 1));
    }

    private TokenKind scanSymbol(char c) {
        end = start + 1;
        return switch (c) {
            case '(' -> TokenKind.LEFT_PARENTHESIS;
            case ')' -> TokenKind.RIGHT_PARENTHESIS;
            case ',' -> TokenKind.COMMA;
            case '.' -> TokenKind.DOT;
            case '*' -> TokenKind.STAR;
            case '+' -> TokenKind.PLUS;
            case '-' -> longer('>', TokenKind.ARROW, TokenKind.MINUS);
            case '/' -> TokenKind.SLASH;
            case '%' -> TokenKind.PERCENT;
            case '&' -> TokenKind.AMPERSAND;
            case '|' -> longer('|', TokenKind.OTHER, TokenKind.PIPE);
            case '=' -> longer('=', TokenKind.EQUAL, TokenKind.EQUAL);
            case '!' -> longer('=', TokenKind.NOT_EQUAL, TokenKind.ILLEGAL);
            case '<' -> scanLess();
            case '>' -> longer('=', TokenKind.GREATER_OR_EQUAL, TokenKind.GREATER);
            case '?' -> TokenKind.QUESTION;
            case ':', '~' -> TokenKind.OTHER;
            case ';' -> TokenKind.END;
            default -> TokenKind.ILLEGAL;
        };
    }

    private TokenKind scanLess() {
        TokenKind less = longer('=', TokenKind.LESS_OR_EQUAL, TokenKind.LESS);
        return less == TokenKind.LESS ? longer('>', TokenKind.NOT_EQUAL, TokenKind.LESS) : less;
    }

    private TokenKind longer(char second, TokenKind two, TokenKind one) {
        if (at(start + 1) != second) {
            return one;
        }
        end = start + 2;
        return two;
    }

    private int endOfName(int from) {
        int i = from;
        while (i < length && isNamePart(sql.charAt(i))) {
            i++;
        }
        return i;
    }

    private int endOfDigits(int from) {
        int i = from;
        while (i < length && isDigit(sql.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The character, or one that is part of nothing behind the end. */
    private char at(int position) {
        return position < length ? sql.charAt(position) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBinaryDigit(char c) {
        return c == '0' || c == '1';
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || c == '_' || isDigit(c) || c >= 0x80;
    }
}
