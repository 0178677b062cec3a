// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.SqlException;

/** What the number of a timestamp counts. */
enum TimestampUnit {
    HOUR(3_600_000_000_000L),
    MINUTE(60_000_000_000L),
    SECOND(1_000_000_000L),
    MILLISECOND(1_000_000L),
    MICROSECOND(1_000L),
    NANOSECOND(1L);

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int SECOND_DIGITS = 10;
    private static final int MILLISECOND_DIGITS = 13;
    private static final int MOST_DIGITS = 19;

    private final long nanos;

    TimestampUnit(long nanos) {
        this.nanos = nanos;
    }

    /** The unit that a request names; for any other text nanoseconds. */
    static TimestampUnit named(String precision) {
        return switch (precision) {
            case "h" -> HOUR;
            case "m" -> MINUTE;
            case "s" -> SECOND;
            case "ms" -> MILLISECOND;
            case "u", "\u03bc" -> MICROSECOND;
            default -> NANOSECOND;
        };
    }

    /** Whether this is a number of seconds or milliseconds, which OpenTSDB tells apart by their digits. */
    static boolean isOpenTsdb(String digits) {
        return isNumber(digits) && (digits.length() == SECOND_DIGITS || digits.length() == MILLISECOND_DIGITS);
    }

    /** The unit of a timestamp for which {@link #isOpenTsdb} holds. */
    static TimestampUnit ofOpenTsdb(String digits) {
        return digits.length() == SECOND_DIGITS ? SECOND : MILLISECOND;
    }

    /** Whether a text is nothing but digits, and not more than a timestamp can have. */
    static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * A timestamp for a database.
     *
     * @param digits for which {@link #isNumber} holds
     * @throws SqlException 0x060B if it is too large, 0x0100 for zero, by which TDengine means the time of the server
     */
    long read(String digits, Precision precision) {
        try {
            long number = Long.parseLong(digits);
            if (number == 0) {
                throw SqlException.notSupported("A timestamp of 0 in schemaless writing");
            }
            long perUnit = NANOS_PER_SECOND / precision.perSecond();
            return nanos >= perUnit ? Math.multiplyExact(number, nanos / perUnit) : number / (perUnit / nanos);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new SqlException(0x060b, "Timestamp data out of range");
        }
    }
}
