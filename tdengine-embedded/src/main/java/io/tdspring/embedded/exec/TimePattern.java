// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The format of TO_CHAR and TO_TIMESTAMP, taken apart. Immutable.
 *
 * @param parts in the order in which they are written
 */
record TimePattern(List<Part> parts) {

    /**
     * A field with its spelling, or text that stands for itself.
     *
     * @param field {@link Field#TEXT} for text
     * @param text as written, without quotes
     */
    record Part(Field field, String text) {

        /** A word in the letters that the field is written with: {@code MONTH, Month, month}. */
        String spelled(String word) {
            if (text.equals(text.toLowerCase(Locale.ROOT))) {
                return word.toLowerCase(Locale.ROOT);
            }
            return text.equals(text.toUpperCase(Locale.ROOT)) ? word.toUpperCase(Locale.ROOT) : word;
        }
    }

    /** What can be in a format; of two that begin alike the longer one comes first. */
    enum Field {
        HALF_WITH_POINTS("a.m.|p.m."),
        HALF("am|pm"),
        YEAR("yyyy"),
        YEAR_OF_MILLENNIUM("yyy"),
        YEAR_OF_CENTURY("yy"),
        YEAR_OF_DECADE("y"),
        MONTH_NAME("month"),
        MONTH_SHORT("mon"),
        MONTH("mm"),
        DAY_OF_YEAR("ddd"),
        DAY("dd"),
        DAY_NAME("day"),
        DAY_SHORT("dy"),
        DAY_OF_WEEK("d"),
        HOUR("hh24"),
        HALF_HOUR("hh12|hh"),
        MINUTE("mi"),
        SECOND("ss"),
        MILLISECONDS("ms"),
        MICROSECONDS("us"),
        NANOSECONDS("ns"),
        ZONE_HOUR("tzh"),
        TEXT("");

        private final String spellings;

        Field(String spellings) {
            this.spellings = spellings;
        }

        private List<String> spellings() {
            return this == TEXT ? List.of() : List.of(spellings.split("[|]", 0));
        }

        private boolean isName() {
            return this == MONTH_NAME || this == MONTH_SHORT || this == DAY_NAME || this == DAY_SHORT;
        }
    }

    static TimePattern of(String format) {
        List<Part> parts = new ArrayList<>();
        int next = 0;
        while (next < format.length()) {
            if (format.charAt(next) == '"') {
                next = quoted(format, next + 1, parts);
            } else {
                Part part = at(format, next);
                parts.add(part);
                next += part.text().length();
            }
        }
        return new TimePattern(List.copyOf(parts));
    }

    /** Text between quotes is no field; a backslash keeps the character behind it. */
    private static int quoted(String format, int start, List<Part> parts) {
        StringBuilder text = new StringBuilder();
        int next = start;
        while (next < format.length() && format.charAt(next) != '"') {
            next += format.charAt(next) == '\\' && next + 1 < format.length() ? 1 : 0;
            text.append(format.charAt(next));
            next++;
        }
        parts.add(new Part(Field.TEXT, text.toString()));
        return next + 1;
    }

    private static Part at(String format, int start) {
        for (Field field : Field.values()) {
            for (String spelling : field.spellings()) {
                if (format.regionMatches(true, start, spelling, 0, spelling.length())) {
                    Part part = new Part(field, format.substring(start, start + spelling.length()));
                    requireSpelling(part, spelling);
                    return part;
                }
            }
        }
        return new Part(Field.TEXT, format.substring(start, start + 1));
    }

    private static void requireSpelling(Part part, String spelling) {
        String text = part.text();
        String upper = spelling.toUpperCase(Locale.ROOT);
        boolean capital = text.charAt(0) == upper.charAt(0) && text.endsWith(spelling.substring(1));
        if (!text.equals(spelling)
                && !text.equals(upper)
                && !(capital && part.field().isName())) {
            throw SqlException.notSupported("the format " + text);
        }
    }
}
