// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.SqlException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** TO_CHAR: a time as text of any format, in the server's zone whatever the session's is. */
final class TimeText {

    private static final int LENGTH = 4094;
    private static final int NANO_DIGITS = 9;
    private static final int HALF_DAY = 12;
    private static final int LONGEST_NAME = 9;

    private TimeText() {}

    static Evaluator compile(ScalarCall call) {
        call.requireCount(2, 2);
        call.requireType(0, type -> type == DataType.TIMESTAMP);
        call.requireType(1, NumberTypes::isString);
        if (!(call.argument(1) instanceof Constant format)) {
            throw call.notSupported("with a format that is not constant");
        }
        TimePattern pattern = TimePattern.of(String.valueOf(format.value()));
        Precision precision = call.context().precision();
        ZoneId zone = call.context().serverZone();
        return Computed.of(
                Column.of("", DataType.VARCHAR, LENGTH),
                call.argument(0),
                value -> text(pattern, (Long) value, precision, zone));
    }

    private static String text(TimePattern pattern, long time, Precision precision, ZoneId zone) {
        long perSecond = precision.perSecond();
        ZonedDateTime second = Instant.ofEpochSecond(time / perSecond).atZone(zone);
        long nanos = time % perSecond * (Precision.NANOSECOND.perSecond() / perSecond);
        StringBuilder text = new StringBuilder();
        for (TimePattern.Part part : pattern.parts()) {
            text.append(text(part, second, nanos));
        }
        return Casts.cutToBytes(text.toString(), LENGTH);
    }

    private static String text(TimePattern.Part part, ZonedDateTime time, long nanos) {
        return switch (part.field()) {
            case TEXT -> part.text();
            case HALF -> part.spelled(time.getHour() < HALF_DAY ? "am" : "pm");
            case HALF_WITH_POINTS -> part.spelled(time.getHour() < HALF_DAY ? "a.m." : "p.m.");
            case MONTH_NAME -> padded(part.spelled(time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
            case MONTH_SHORT -> part.spelled(time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            case DAY_NAME -> padded(part.spelled(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
            case DAY_SHORT -> part.spelled(time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            case MILLISECONDS -> fraction(nanos, 3);
            case MICROSECONDS -> fraction(nanos, 6);
            case NANOSECONDS -> fraction(nanos, NANO_DIGITS);
            case ZONE_HOUR -> throw SqlException.notSupported("the format " + part.text());
            default -> number(part.field(), time);
        };
    }

    private static String number(TimePattern.Field field, ZonedDateTime time) {
        return switch (field) {
            case YEAR -> digits(time.getYear(), 4);
            case YEAR_OF_MILLENNIUM -> digits(time.getYear() % 1000, 3);
            case YEAR_OF_CENTURY -> digits(time.getYear() % 100, 2);
            case YEAR_OF_DECADE -> digits(time.getYear() % 10, 1);
            case MONTH -> digits(time.getMonthValue(), 2);
            case DAY_OF_YEAR -> digits(time.getDayOfYear(), 3);
            case DAY -> digits(time.getDayOfMonth(), 2);
            case DAY_OF_WEEK -> digits(CalendarFunctions.fromSunday(time.toLocalDate()), 1);
            case HOUR -> digits(time.getHour(), 2);
            case HALF_HOUR -> digits((time.getHour() + HALF_DAY - 1) % HALF_DAY + 1, 2);
            case MINUTE -> digits(time.getMinute(), 2);
            case SECOND -> digits(time.getSecond(), 2);
            default -> throw new IllegalArgumentException(field.name());
        };
    }

    private static String padded(String name) {
        return name + " ".repeat(LONGEST_NAME - name.length());
    }

    /** Before 1970 it is negative, as the real one has it. */
    private static String fraction(long nanos, int digits) {
        long unit = 1;
        for (int i = digits; i < NANO_DIGITS; i++) {
            unit *= 10;
        }
        return digits(nanos / unit, digits);
    }

    private static String digits(long number, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }
}
