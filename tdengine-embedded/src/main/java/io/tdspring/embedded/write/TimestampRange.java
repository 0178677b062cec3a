// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The timestamps of rows that a database takes at a moment: not older than it keeps rows, nor too far ahead.
 *
 * @param earliest in the database's precision
 * @param latest in the database's precision
 */
public record TimestampRange(long earliest, long latest) {

    private static final int OUT_OF_RANGE = 0x060b;
    /** The first moment that is too late for a database in milliseconds or microseconds. */
    private static final Instant TOO_LATE =
            LocalDate.of(2970, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    /** The range of a database now. */
    public static TimestampRange of(Database database, Instant now) {
        long latest = switch (database.precision()) {
            case NANOSECOND -> Long.MAX_VALUE;
            default -> database.precision().fromInstant(TOO_LATE) - 1;
        };
        return new TimestampRange(
                earliest(database, now.minus(database.options().keep())), latest);
    }

    private static long earliest(Database database, Instant instant) {
        try {
            return database.precision().fromInstant(instant);
        } catch (ArithmeticException e) {
            // Nanoseconds reach back to 1677 only, KEEP may be longer.
            return Long.MIN_VALUE;
        }
    }

    /**
     * Checks a timestamp.
     *
     * @throws SqlException 0x060B if the database does not take it
     */
    public void check(long timestamp) {
        if (timestamp < earliest || timestamp > latest) {
            throw new SqlException(OUT_OF_RANGE, "Timestamp data out of range");
        }
    }
}
