// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.SqlException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The pattern of MATCH: a POSIX extended regular expression that is found anywhere in the text. Immutable. */
final class RegexPattern implements Predicate<String> {

    private static final int SYNTAX = 0x2681;

    /** Looks at characters that one match may take; an unlucky expression takes forever otherwise. */
    private static final int MOST_STEPS = 20_000_000;

    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("alpha", "\\p{Alpha}"),
            Map.entry("digit", "\\p{Digit}"),
            Map.entry("alnum", "\\p{Alnum}"),
            Map.entry("upper", "\\p{Upper}"),
            Map.entry("lower", "\\p{Lower}"),
            Map.entry("punct", "\\p{Punct}"),
            Map.entry("graph", "\\p{Graph}"),
            Map.entry("print", "\\p{Print}"),
            Map.entry("blank", "\\p{Blank}"),
            Map.entry("cntrl", "\\p{Cntrl}"),
            Map.entry("xdigit", "\\p{XDigit}"),
            Map.entry("space", "\\s"));

    private final Pattern pattern;

    private RegexPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * The predicate for an expression; an empty one matches nothing.
     *
     * @throws SqlException if it is none, or one that this server does not know
     */
    static Predicate<String> of(String expression) {
        if (expression.isEmpty()) {
            return text -> false;
        }
        try {
            return new RegexPattern(Pattern.compile(translated(expression), Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            throw syntax();
        } catch (StackOverflowError e) {
            throw SqlException.notSupported("a regular expression that goes so deep");
        }
    }

    @Override
    public boolean test(String text) {
        try {
            return pattern.matcher(new Budget(text, new AtomicInteger(MOST_STEPS)))
                    .find();
        } catch (StackOverflowError e) {
            throw SqlException.notSupported("a regular expression that goes so deep");
        }
    }

    private static SqlException syntax() {
        return new SqlException(SYNTAX, "Syntax error in regular expression");
    }

    private static String translated(String expression) {
        StringBuilder java = new StringBuilder();
        int i = 0;
        while (i < expression.length()) {
            char c = expression.charAt(i);
            if (c == '[') {
                i = bracket(expression, i, java);
            } else if (c == '\\') {
                i = escape(expression, i, java);
            } else {
                refuseJavaOnly(expression, i);
                java.append(c);
                i++;
            }
        }
        return java.toString();
    }

    private static void refuseJavaOnly(String expression, int i) {
        char next = i + 1 < expression.length() ? expression.charAt(i + 1) : ' ';
        char c = expression.charAt(i);
        if (c == '(' && next == '?') {
            throw syntax();
        }
        if ("*+?}".indexOf(c) >= 0 && "?+*{".indexOf(next) >= 0) {
            throw SqlException.notSupported("two repetitions in a row in a regular expression");
        }
    }

    private static int escape(String expression, int i, StringBuilder java) {
        if (i + 1 == expression.length()) {
            throw syntax();
        }
        char c = expression.charAt(i + 1);
        if (Character.isDigit(c) || "<>`'".indexOf(c) >= 0) {
            throw SqlException.notSupported("\\" + c + " in a regular expression");
        }
        boolean shared = "wWsSbB".indexOf(c) >= 0;
        java.append(shared ? "\\" + c : Pattern.quote(String.valueOf(c)));
        return i + 2;
    }

    /** Copies a list in brackets and returns the index after it. */
    private static int bracket(String expression, int start, StringBuilder java) {
        int i = start + 1;
        java.append('[');
        if (i < expression.length() && expression.charAt(i) == '^') {
            java.append('^');
            i++;
        }
        int first = i;
        while (i < expression.length()) {
            char c = expression.charAt(i);
            if (c == ']' && i > first) {
                java.append(']');
                return i + 1;
            }
            if (expression.startsWith("[:", i)) {
                i = characterClass(expression, i, java);
            } else {
                java.append("[]&^\\~".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
                i++;
            }
        }
        throw syntax();
    }

    private static int characterClass(String expression, int start, StringBuilder java) {
        int end = expression.indexOf(":]", start + 2);
        String translated = end < 0 ? null : CLASSES.get(expression.substring(start + 2, end));
        if (translated == null) {
            throw syntax();
        }
        java.append(translated);
        return end + 2;
    }

    /** A text that can be looked at only so often. */
    private record Budget(CharSequence text, AtomicInteger steps) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (steps.decrementAndGet() < 0) {
                throw SqlException.notSupported("a regular expression that takes so long");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Budget(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
