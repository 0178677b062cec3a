// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognizes {@code USE}, which must not reach one session of many. Confined to one thread. */
final class UseStatement {

    private static final String KEYWORD = "use";

    private final String sql;
    private int at;

    private UseStatement(String sql) {
        this.sql = sql;
    }

    /**
     * The database of a {@code USE} statement: as written if in back-ticks, else in lower case, as the server has it. Null
     * if it is another statement, or a malformed one, for the server to refuse.
     */
    static @Nullable String databaseOf(String sql) {
        return new UseStatement(sql).database();
    }

    private @Nullable String database() {
        skipBlanks();
        if (!sql.regionMatches(true, at, KEYWORD, 0, KEYWORD.length())) {
            return null;
        }
        at += KEYWORD.length();
        int behindKeyword = at;
        skipBlanks();
        String name = peek() == '`' ? quotedName() : behindKeyword == at ? "" : plainName();
        skipBlanks();
        while (peek() == ';') {
            at++;
            skipBlanks();
        }
        return at < sql.length() || name.isEmpty() ? null : name;
    }

    private String quotedName() {
        int end = sql.indexOf('`', at + 1);
        String name = end < 0 ? "" : sql.substring(at + 1, end);
        at = end < 0 ? at : end + 1;
        return name;
    }

    private String plainName() {
        int begin = at;
        while (isNameCharacter(peek())) {
            at++;
        }
        return sql.substring(begin, at).toLowerCase(Locale.ROOT);
    }

    private static boolean isNameCharacter(char character) {
        return character == '_' || (character < 128 && Character.isLetterOrDigit(character));
    }

    /** The next character, or U+0000 at the end. */
    private char peek() {
        return at < sql.length() ? sql.charAt(at) : 0;
    }

    private void skipBlanks() {
        int before;
        do {
            before = at;
            while (Character.isWhitespace(peek())) {
                at++;
            }
            skipComment("--", "\n");
            skipComment("/*", "*/");
        } while (at > before);
    }

    private void skipComment(String begin, String end) {
        if (sql.startsWith(begin, at)) {
            int found = sql.indexOf(end, at + begin.length());
            at = found < 0 ? sql.length() : found + end.length();
        }
    }
}
