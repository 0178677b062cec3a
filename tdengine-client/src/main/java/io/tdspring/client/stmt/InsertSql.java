// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text of an INSERT tells about its placeholders where the server does not. Immutable; of other statements nothing
 * is told.
 *
 * @param table as written, null if it is a placeholder
 * @param superTable as written behind USING, or null
 * @param columns the names listed for the rows, unquoted; empty if there is no list
 * @param values for each value of the row whether it is a placeholder; empty if there is more than one row
 */
record InsertSql(@Nullable String table, @Nullable String superTable, List<String> columns, List<Boolean> values) {

    private static final Pattern TOKEN = Pattern.compile(
            "`[^`]*`|'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.|\"\")*\"|[\\w$]+|[^\\s\\w]", Pattern.DOTALL);
    private static final InsertSql NOTHING = new InsertSql("", null, List.of(), List.of());

    InsertSql {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
    }

    static InsertSql read(String sql) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return new Reader(tokens).read();
    }

    /** Whether the server cannot know the table before its name is bound, as in {@code insert into ? values (?, ?)}. */
    boolean hasUnknownTable() {
        return table == null && superTable == null;
    }

    /** The table whose columns the rows have, as written; null if it is a placeholder. */
    @Nullable
    String describedBy() {
        return superTable == null ? table : superTable;
    }

    /** Whether the tables are written with their database, so that the one of the session does not matter. */
    boolean namesDatabase() {
        return table != null && isQualified(table) && (superTable == null || isQualified(superTable));
    }

    private static boolean isQualified(String name) {
        return name.replaceAll("`[^`]*`", "").indexOf('.') >= 0;
    }

    /** Whether every value of the row is a placeholder. */
    boolean bindsAll() {
        return !values.isEmpty() && !values.contains(false);
    }

    private static final class Reader {

        private final List<String> tokens;
        private int at;

        Reader(List<String> tokens) {
            this.tokens = tokens;
        }

        InsertSql read() {
            if (!takes("insert") || !takes("into")) {
                return NOTHING;
            }
            String table = table();
            String superTable = null;
            List<String> columns = list();
            if (takes("using")) {
                superTable = table();
                List<String> unused = list();
                unused = takes("tags") ? list() : List.of();
                columns = list();
            }
            List<Boolean> values = new ArrayList<>();
            if (takes("values")) {
                list().forEach(value -> values.add(value.equals("?")));
            }
            boolean isWhole = at == tokens.size()
                    || (at == tokens.size() - 1 && tokens.get(at).equals(";"));
            List<String> names = columns.stream().map(Reader::unquoted).toList();
            return new InsertSql(table, superTable, names, isWhole ? values : List.of());
        }

        private boolean takes(String word) {
            boolean found = at < tokens.size()
                    && tokens.get(at).toLowerCase(Locale.ROOT).equals(word);
            at += found ? 1 : 0;
            return found;
        }

        private @Nullable String table() {
            if (takes("?") || at == tokens.size()) {
                return null;
            }
            StringBuilder name = new StringBuilder(tokens.get(at++));
            while (at + 1 < tokens.size() && tokens.get(at).equals(".")) {
                name.append('.').append(tokens.get(at + 1));
                at += 2;
            }
            return name.toString();
        }

        /** What stands in parentheses, if they come next, cut at its commas. */
        private List<String> list() {
            List<String> items = new ArrayList<>();
            if (!takes("(")) {
                return items;
            }
            StringBuilder item = new StringBuilder();
            int depth = 1;
            while (at < tokens.size() && depth > 0) {
                String token = tokens.get(at++);
                depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
                if (depth == 0 || (depth == 1 && token.equals(","))) {
                    items.add(item.toString());
                    item.setLength(0);
                } else {
                    item.append(token);
                }
            }
            return items;
        }

        private static String unquoted(String name) {
            boolean isQuoted = name.length() > 1 && name.startsWith("`");
            return isQuoted ? name.substring(1, name.length() - 1) : name;
        }
    }
}
