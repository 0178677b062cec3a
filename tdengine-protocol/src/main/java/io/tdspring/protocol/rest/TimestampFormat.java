// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import io.tdspring.data.Precision;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * Writes timestamps as RFC 3339 with the fraction digits of their precision: {@code 2023-11-15T06:13:20.000+08:00}. An
 * offset of zero is {@code Z}; years beyond 9999 have five digits and more. Immutable.
 */
final class TimestampFormat {

    private static final int SECONDS_PER_HOUR = 3600;

    private final ZoneRules rules;

    TimestampFormat(ZoneId zone) {
        this.rules = zone.getRules();
    }

    String format(long timestamp, Precision precision) {
        Instant instant = precision.toInstant(timestamp);
        ZoneOffset offset = rules.getOffset(instant);
        LocalDateTime local = LocalDateTime.ofInstant(instant, offset);
        StringBuilder text = new StringBuilder(40);
        if (local.getYear() < 0) {
            text.append('-');
        }
        pad(text, Math.abs(local.getYear()), 4).append('-');
        pad(text, local.getMonthValue(), 2).append('-');
        pad(text, local.getDayOfMonth(), 2).append('T');
        pad(text, local.getHour(), 2).append(':');
        pad(text, local.getMinute(), 2).append(':');
        pad(text, local.getSecond(), 2).append('.');
        pad(text, (int) (local.getNano() / (1_000_000_000L / precision.perSecond())), digits(precision));
        appendOffset(text, offset.getTotalSeconds());
        return text.toString();
    }

    private static int digits(Precision precision) {
        return switch (precision) {
            case MILLISECOND -> 3;
            case MICROSECOND -> 6;
            case NANOSECOND -> 9;
        };
    }

    /** Offsets of before standard time have seconds, which are left out. */
    private static void appendOffset(StringBuilder text, int seconds) {
        if (seconds == 0) {
            text.append('Z');
            return;
        }
        int absolute = Math.abs(seconds);
        text.append(seconds < 0 ? '-' : '+');
        pad(text, absolute / SECONDS_PER_HOUR, 2).append(':');
        pad(text, absolute % SECONDS_PER_HOUR / 60, 2);
    }

    private static StringBuilder pad(StringBuilder text, int value, int digits) {
        String plain = Integer.toString(value);
        return text.append("0".repeat(Math.max(0, digits - plain.length()))).append(plain);
    }
}
