// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Statements that TDengine has and this server has not: told apart from what is no statement at all. */
final class RefusedStatements {

    /** By the first word, the words that can follow it. Empty: anything can. */
    private static final Map<String, List<String>> SECOND_WORDS = Map.ofEntries(
            Map.entry("alter", List.of("dnode", "dnodes", "local")),
            Map.entry(
                    "create",
                    List.of(
                            "aggregate",
                            "anode",
                            "dnode",
                            "function",
                            "mnode",
                            "or",
                            "qnode",
                            "recursive",
                            "sma",
                            "snode",
                            "stream",
                            "tsma",
                            "view")),
            Map.entry("drop", List.of("anode", "dnode", "mnode", "qnode", "snode", "tsma", "view")),
            Map.entry("balance", List.of("vgroup")),
            Map.entry("compact", List.of("database", "vgroups")),
            Map.entry("explain", List.of("analyze", "select", "verbose", "insert")),
            Map.entry("flush", List.of("database")),
            Map.entry("grant", List.of("all", "alter", "read", "subscribe", "write")),
            Map.entry("kill", List.of("compact", "connection", "query", "transaction")),
            Map.entry("merge", List.of("vgroup")),
            Map.entry("pause", List.of("stream")),
            Map.entry("redistribute", List.of("vgroup")),
            Map.entry("restore", List.of("dnode", "mnode", "qnode", "vnode")),
            Map.entry("resume", List.of("stream")),
            Map.entry("revoke", List.of("all", "alter", "read", "subscribe", "write")),
            Map.entry("split", List.of("vgroup")),
            Map.entry("trim", List.of("database")),
            Map.entry("update", List.of("dnode")));

    private RefusedStatements() {}

    /**
     * The error for a statement that begins with this word.
     *
     * @param tokens behind the first word
     */
    static SqlException refuse(String first, int start, TokenStream tokens) {
        List<String> seconds = SECOND_WORDS.get(first);
        if (seconds == null) {
            tokens.returnTo(start);
            return tokens.unexpected();
        }
        String kind = first;
        if (!seconds.isEmpty()) {
            kind = first + ' ' + tokens.expectOneOf(seconds);
        }
        if (tokens.at(TokenKind.END)) {
            return tokens.unexpected();
        }
        return SqlException.notSupported(kind.toUpperCase(Locale.ROOT));
    }
}
