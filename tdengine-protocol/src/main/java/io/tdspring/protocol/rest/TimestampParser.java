// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import io.tdspring.data.Precision;
import io.tdspring.error.TdengineProtocolException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link TimestampFormat} writes. The document does not say the precision, so it is inferred from the first
 * timestamp's fraction, which has 3, 6 or 9 digits; all others must have as many. Confined to one thread.
 *
 * <p>An offset is written without its seconds, which those of before standard time have; the zone knows them.
 */
final class TimestampParser {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MAX_FRACTION_DIGITS = 9;

    private final @Nullable ZoneId zone;
    private @Nullable Precision precision;

    /**
     * @param zone in which the timestamps are written, as far as it is known
     */
    TimestampParser(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    /** The precision, null before the first timestamp. */
    @Nullable
    Precision precision() {
        return precision;
    }

    /** The timestamp in units of its own precision. */
    long parse(String text) {
        try {
            int time = text.indexOf('T') + 1;
            int fraction = time + "hh:mm:ss.".length();
            int offset = fraction;
            while (Character.isDigit(text.charAt(offset))) {
                offset++;
            }
            Precision unit = precisionOf(offset - fraction);
            int nanos = number(text, fraction, offset) * (int) (1_000_000_000L / unit.perSecond());
            LocalDateTime local = dateTime(text, time).withNano(nanos);
            Instant instant = local.toInstant(ZoneOffset.UTC).minusSeconds(seconds(local, offsetSeconds(text, offset)));
            return unit.fromInstant(instant);
        } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException | ArithmeticException e) {
            throw malformed();
        }
    }

    private Precision precisionOf(int digits) {
        Precision found = switch (digits) {
            case 3 -> Precision.MILLISECOND;
            case 6 -> Precision.MICROSECOND;
            case MAX_FRACTION_DIGITS -> Precision.NANOSECOND;
            default -> throw malformed();
        };
        if (precision != null && precision != found) {
            throw new TdengineProtocolException(
                    "REST answer has timestamps of " + precision.symbol() + " and of " + found.symbol());
        }
        precision = found;
        return found;
    }

    private static LocalDateTime dateTime(String text, int time) {
        int day = text.lastIndexOf('-', time) + 1;
        int month = text.lastIndexOf('-', day - 2) + 1;
        expect(text, time + 2, ':');
        expect(text, time + 5, ':');
        expect(text, time + 8, '.');
        return LocalDateTime.of(
                number(text, 0, month - 1),
                number(text, month, day - 1),
                number(text, day, time - 1),
                number(text, time, time + 2),
                number(text, time + 3, time + 5),
                number(text, time + 6, time + 8));
    }

    /** The offset with its seconds; as it is written if the zone has none like it. */
    private int seconds(LocalDateTime local, int written) {
        if (zone == null || written == 0) {
            return written;
        }
        for (ZoneOffset valid : zone.getRules().getValidOffsets(local)) {
            if (valid.getTotalSeconds() / SECONDS_PER_MINUTE * SECONDS_PER_MINUTE == written) {
                return valid.getTotalSeconds();
            }
        }
        return written;
    }

    private static int offsetSeconds(String text, int at) {
        char sign = text.charAt(at);
        if (sign == 'Z' && text.length() == at + 1) {
            return 0;
        }
        if (text.length() != at + "+hh:mm".length() || (sign != '+' && sign != '-')) {
            throw malformed();
        }
        expect(text, at + 3, ':');
        int minutes = number(text, at + 1, at + 3) * 60 + number(text, at + 4, at + 6);
        return (sign == '-' ? -minutes : minutes) * SECONDS_PER_MINUTE;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static void expect(String text, int at, char c) {
        if (text.charAt(at) != c) {
            throw malformed();
        }
    }

    private static TdengineProtocolException malformed() {
        return new TdengineProtocolException("REST answer has a TIMESTAMP that is not like 2023-11-14T22:13:20.000Z");
    }
}
