// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.SqlException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * TO_TIMESTAMP: reads a time by a format, in the session's zone without daylight saving. A day that its month does not
 * have is one of the next, and a text that does not even begin as the format does is the first day of the year 0.
 * Confined to one thread.
 */
final class TimeParser {

    private static final int HALF_DAY = 12;
    private static final int CENTURY = 2000;
    private static final int FIRST_UNCLEAR_YEAR = 70;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String[] MONTH_ENDS = {
        "uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"
    };

    private final String text;
    private int next;
    private int year;
    private int month = 1;
    private int day = 1;
    private int hour;
    private int hourOfHalf = -1;
    private String half = "";
    private int minute;
    private int second;
    private long nanos;

    private TimeParser(String text) {
        this.text = text;
    }

    static Evaluator compile(ScalarCall call) {
        call.requireCount(2, 2);
        call.requireTypes(NumberTypes::isString);
        if (!(call.argument(1) instanceof Constant format)) {
            throw call.notSupported("with a format that is not constant");
        }
        TimePattern pattern = TimePattern.of(String.valueOf(format.value()));
        if (pattern.parts().stream().noneMatch(part -> isYear(part.field()))) {
            throw call.notSupported("with a format that has no year");
        }
        Precision precision = call.context().precision();
        long offset = TimeFunctions.standardOffset(call.context());
        return call.computed(
                DataType.TIMESTAMP, values -> new TimeParser((String) values[0]).time(pattern, precision, offset));
    }

    private static boolean isYear(TimePattern.Field field) {
        return field == TimePattern.Field.YEAR || field == TimePattern.Field.YEAR_OF_CENTURY;
    }

    private long time(TimePattern pattern, Precision precision, long offset) {
        boolean begins = text.isEmpty() || Character.isDigit(text.charAt(0));
        if (isYear(pattern.parts().get(0).field()) && !begins) {
            return seconds(offset) * precision.perSecond();
        }
        pattern.parts().forEach(this::read);
        if (next < text.length()) {
            throw mismatch();
        }
        return seconds(offset) * precision.perSecond() + nanos / (NANOS_PER_SECOND / precision.perSecond());
    }

    private long seconds(long offset) {
        LocalDate date = LocalDate.of(year, month, 1).plusDays(day - 1L);
        return date.atTime(wholeHour(), minute, second).toEpochSecond(ZoneOffset.UTC) - offset;
    }

    private int wholeHour() {
        if (hourOfHalf < 0) {
            return hour;
        }
        if (half.isEmpty() && hourOfHalf == HALF_DAY) {
            throw SqlException.notSupported("12 o'clock without AM or PM");
        }
        return hourOfHalf % HALF_DAY + (half.startsWith("p") ? HALF_DAY : 0);
    }

    private void read(TimePattern.Part part) {
        switch (part.field()) {
            case TEXT -> expect(part.text());
            case HALF, HALF_WITH_POINTS -> half = half(part.text().length());
            case YEAR -> year = number(4, 0, 9999);
            case YEAR_OF_CENTURY -> year = CENTURY + number(2, 0, FIRST_UNCLEAR_YEAR - 1);
            case MONTH -> month = number(2, 1, 12);
            case MONTH_SHORT, MONTH_NAME -> month = month(part.field() == TimePattern.Field.MONTH_NAME);
            case DAY -> day = number(2, 1, 31);
            case DAY_OF_WEEK -> number(1, 1, 7);
            case HOUR -> hour = number(2, 0, 23);
            case HALF_HOUR -> hourOfHalf = number(2, 1, HALF_DAY);
            case MINUTE -> minute = number(2, 0, 59);
            case SECOND -> second = number(2, 0, 59);
            case MILLISECONDS -> nanos += fraction(3) * 1_000_000;
            case MICROSECONDS -> nanos += fraction(6) * 1_000;
            case NANOSECONDS -> nanos += fraction(9);
            default -> throw SqlException.notSupported("TO_TIMESTAMP with the format " + part.text());
        }
    }

    private void expect(String expected) {
        if (!text.startsWith(expected, next)) {
            throw mismatch();
        }
        next += expected.length();
    }

    private String half(int length) {
        int end = Math.min(text.length(), next + length);
        String found = text.substring(next, end).toLowerCase(Locale.ROOT).replace(".", "");
        if (!found.equals("am") && !found.equals("pm")) {
            throw mismatch();
        }
        next = end;
        return found;
    }

    private int month(boolean whole) {
        int end = Math.min(text.length(), next + 3);
        int place = MONTHS.indexOf(text.substring(next, end).toLowerCase(Locale.ROOT));
        if (end < next + 3 || place < 0 || place % 3 != 0) {
            throw mismatch();
        }
        next = end;
        if (whole) {
            String rest = MONTH_ENDS[place / 3];
            if (!text.regionMatches(true, next, rest, 0, rest.length())) {
                throw mismatch();
            }
            next += rest.length();
        }
        return place / 3 + 1;
    }

    private int number(int digits, int least, int most) {
        int start = next;
        int number = 0;
        while (next < text.length() && next < start + digits && Character.isDigit(text.charAt(next))) {
            number = number * 10 + Character.digit(text.charAt(next), 10);
            next++;
        }
        if (next == start || number < least || number > most) {
            throw mismatch();
        }
        return number;
    }

    private long fraction(int digits) {
        int start = next;
        int number = number(digits, 0, Integer.MAX_VALUE);
        if (next < start + digits) {
            throw mismatch();
        }
        return number;
    }

    /** What a real server makes of such a text is not known. */
    private static SqlException mismatch() {
        return SqlException.notSupported("TO_TIMESTAMP of a text that does not suit its format");
    }
}
