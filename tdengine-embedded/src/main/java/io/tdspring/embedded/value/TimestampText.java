// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.data.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Timestamps as text: {@code 2024-05-06}, {@code 2024-05-06 07:08:09.123}, {@code 2024-05-06T07:08:09+08:00}.
 *
 * <p>Digits smaller than the unit of the database are cut off. A second of 60 is the next minute. What is beyond 64 bits of
 * the unit wraps around, as on a real server: in nanoseconds the year 3000 becomes 1830.
 */
public final class TimestampText {

    private static final Pattern FORM = Pattern.compile(" *([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
            + "(?:[ Tt]([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\\.([0-9]+))?"
            + "([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int NANO_DIGITS = 9;
    private static final int LAST_SECOND = 60;

    private TimestampText() {}

    /** The timestamp in the unit, or empty if the text is none. */
    public static OptionalLong parse(String text, ZoneId zone, Precision precision) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(wrapped(instant(matcher, zone), precision));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static long wrapped(Instant instant, Precision precision) {
        long nanosPerUnit = NANOS_PER_SECOND / precision.perSecond();
        return instant.getEpochSecond() * precision.perSecond() + instant.getNano() / nanosPerUnit;
    }

    private static Instant instant(Matcher matcher, ZoneId zone) {
        LocalDate date = LocalDate.of(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
        if (matcher.group(4) == null) {
            return date.atStartOfDay(zone).toInstant();
        }
        int second = Integer.parseInt(matcher.group(6));
        LocalDateTime minute = date.atTime(Integer.parseInt(matcher.group(4)), Integer.parseInt(matcher.group(5)));
        if (second > LAST_SECOND) {
            throw new DateTimeException("second " + second);
        }
        LocalDateTime time = minute.plusSeconds(second).withNano(nanos(matcher.group(7)));
        return time.atZone(zone(matcher.group(8), zone)).toInstant();
    }

    private static int nanos(@Nullable String fraction) {
        if (fraction == null) {
            return 0;
        }
        String digits = fraction.length() > NANO_DIGITS ? fraction.substring(0, NANO_DIGITS) : fraction;
        int nanos = Integer.parseInt(digits);
        for (int i = digits.length(); i < NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static ZoneId zone(@Nullable String written, ZoneId zone) {
        if (written == null) {
            return zone;
        }
        return written.equalsIgnoreCase("z") ? ZoneOffset.UTC : ZoneOffset.of(written);
    }
}
