// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

/** The kinds of tokens; keywords are words like any other, and told apart where they matter. */
enum TokenKind {
    /** A name or keyword without quotes. */
    WORD,
    /** A name in back-quotes. */
    QUOTED_NAME,
    /** {@code '…'} or {@code "…"}. */
    STRING,
    INTEGER,
    /** A number with a point or an exponent. */
    FRACTION,
    /** {@code 0x1f}. */
    HEXADECIMAL,
    /** {@code 0b101}. */
    BINARY,
    /** {@code 5m}. */
    DURATION,
    LEFT_PARENTHESIS,
    RIGHT_PARENTHESIS,
    COMMA,
    DOT,
    STAR,
    PLUS,
    MINUS,
    SLASH,
    PERCENT,
    AMPERSAND,
    PIPE,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    ARROW,
    QUESTION,
    /** A symbol that TDengine knows and that no statement can use. */
    OTHER,
    /** Characters that are no token. */
    ILLEGAL,
    /** The end of the text, or the semicolon that ends the statement. */
    END
}
