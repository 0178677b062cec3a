// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import io.tdspring.error.TdengineProtocolException;

/**
 * Goes once through a text and refuses what is no JSON by RFC 8259, value by value; it makes nothing of the values.
 *
 * <p>Confined to one thread.
 */
final class JsonScanner {

    /** What a thread's stack bears, and far more than any message has. */
    private static final int MAX_DEPTH = 500;

    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private final String what;
    private final String text;
    private int at;
    private int depth;
    private boolean escaped;

    /**
     * @param what names the message in errors
     * @param at where to begin
     */
    JsonScanner(String what, String text, int at) {
        this.what = what;
        this.text = text;
        this.at = at;
    }

    /** Where the character is that comes next. */
    int position() {
        return at;
    }

    /** Whether the {@linkplain #passString string} passed last has an escape. */
    boolean wasEscaped() {
        return escaped;
    }

    /** The next character, or 0 behind the end, which JSON has nowhere. */
    char next() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    void passBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /**
     * Enters an object or an array.
     *
     * @return whether it has a first element, at which this is now; if not, this is behind the closing bracket
     */
    boolean enter(char closing) {
        at++;
        passBlanks();
        if (next() == closing) {
            at++;
            return false;
        }
        return true;
    }

    /** As {@link #enter}, from the end of one element to the next. */
    boolean hasAnother(char closing) {
        passBlanks();
        if (next() == closing) {
            at++;
            return false;
        }
        pass(',');
        passBlanks();
        return true;
    }

    /** From the end of a member's name to its value. */
    void passColon() {
        passBlanks();
        pass(':');
        passBlanks();
    }

    private void pass(char expected) {
        if (next() != expected) {
            throw noJson();
        }
        at++;
    }

    void passValue() {
        switch (next()) {
            case '"' -> passString();
            case '{', '[' -> passNested();
            case 't' -> passWord("true");
            case 'f' -> passWord("false");
            case 'n' -> passWord("null");
            default -> passNumber();
        }
    }

    private void passNested() {
        if (++depth > MAX_DEPTH) {
            throw new TdengineProtocolException(what + " is nested deeper than " + MAX_DEPTH);
        }
        if (next() == '[') {
            for (boolean more = enter(']'); more; more = hasAnother(']')) {
                passValue();
            }
        } else {
            for (boolean more = enter('}'); more; more = hasAnother('}')) {
                passString();
                passColon();
                passValue();
            }
        }
        depth--;
    }

    void passString() {
        pass('"');
        escaped = false;
        for (char c = next(); c != '"'; c = next()) {
            if (c < ' ') {
                throw noJson();
            }
            at++;
            if (c == '\\') {
                passEscape();
            }
        }
        at++;
    }

    private void passEscape() {
        escaped = true;
        char kind = next();
        if ("\"\\/bfnrtu".indexOf(kind) < 0) {
            throw noJson();
        }
        at++;
        for (int i = kind == 'u' ? 0 : HEX_DIGITS; i < HEX_DIGITS; i++) {
            if (!isHex(next())) {
                throw noJson();
            }
            at++;
        }
    }

    // Character.digit takes the digits of all scripts.
    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, HEX) >= 0;
    }

    private void passWord(String word) {
        if (!text.startsWith(word, at)) {
            throw noJson();
        }
        at += word.length();
    }

    private void passNumber() {
        if (next() == '-') {
            at++;
        }
        if (next() == '0') {
            at++;
        } else {
            passDigits();
        }
        if (next() == '.') {
            at++;
            passDigits();
        }
        if (next() == 'e' || next() == 'E') {
            at++;
            if (next() == '+' || next() == '-') {
                at++;
            }
            passDigits();
        }
    }

    private void passDigits() {
        if (!isDigit(next())) {
            throw noJson();
        }
        while (isDigit(next())) {
            at++;
        }
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    // Without the text, which may hold a password.
    private TdengineProtocolException noJson() {
        return new TdengineProtocolException(what + " is no JSON from character " + at + " on");
    }
}
