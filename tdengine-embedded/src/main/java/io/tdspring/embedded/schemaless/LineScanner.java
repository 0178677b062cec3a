// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.embedded.sql.SqlException;

/** Reads a line from left to right. Confined to one thread. */
final class LineScanner {

    private final String line;
    private int at;

    LineScanner(String line) {
        this.line = line;
    }

    boolean atEnd() {
        return at == line.length();
    }

    boolean at(char expected) {
        return !atEnd() && line.charAt(at) == expected;
    }

    /** Whether one of the prefixes of a text begins here, and behind it the quote. */
    boolean atQuoteAfter(String prefixes) {
        return !atEnd() && prefixes.indexOf(line.charAt(at)) >= 0 && line.startsWith("\"", at + 1);
    }

    /** Passes over a character if it is there. */
    boolean skip(char expected) {
        if (!at(expected)) {
            return false;
        }
        at++;
        return true;
    }

    void skipSpaces() {
        while (skip(' ')) {
            // All of them.
        }
    }

    char take() {
        return line.charAt(at++);
    }

    /** Whether no space follows. */
    boolean isLastWord() {
        return line.indexOf(' ', at) < 0;
    }

    Near here() {
        return new Near(line, at);
    }

    /** Everything up to one of the ends or the end of the line, as it is. */
    String raw(String ends) {
        int start = at;
        while (!atEnd() && ends.indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return line.substring(start, at);
    }

    /** As {@link #raw}, but a backslash takes their meaning from the ends and from another backslash. */
    String escaped(String ends) {
        StringBuilder text = new StringBuilder();
        while (!atEnd() && ends.indexOf(line.charAt(at)) < 0) {
            if (at('\\') && at + 1 < line.length() && isEscapable(line.charAt(at + 1), ends)) {
                at++;
            }
            text.append(take());
        }
        return text.toString();
    }

    private static boolean isEscapable(char c, String ends) {
        return c == '\\' || ends.indexOf(c) >= 0;
    }

    /**
     * The text between the quote here and the next.
     *
     * @param start of the value, for the error
     * @throws SqlException 0x3002 if there is no other quote
     */
    String quoted(Near start) {
        at++;
        String text = escaped("\"");
        if (!skip('"')) {
            throw start.error(SchemalessWriter.INVALID_DATA, "SML line unbalanced quotes:");
        }
        return text;
    }
}
