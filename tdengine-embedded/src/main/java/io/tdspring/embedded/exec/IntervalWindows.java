// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The windows of an INTERVAL, in the unit of the database: each from its start to its end, which is not part of it.
 * Immutable.
 *
 * <p>Windows of hours and less are aligned to the epoch, days and weeks to midnight in the server's zone (weeks begin on a
 * Thursday, as the epoch does), months and years to that zone's calendar.
 */
final class IntervalWindows {

    private static final int MONTHS_PER_YEAR = 12;
    private static final long LONGEST_MONTH = 31;
    private static final long SHORTEST_MONTH = 28;
    private static final long DAY = 86_400;

    private final Precision precision;
    private final ZoneId zone;
    private final long length;
    private final long step;
    private final long shift;
    /** Of a window of months or years; else 0. */
    private final int months;

    private IntervalWindows(Precision precision, ZoneId zone, long length, long step, long shift, int months) {
        this.precision = precision;
        this.zone = zone;
        this.length = length;
        this.step = step;
        this.shift = shift;
        this.months = months;
    }

    /**
     * The windows that a query asks for.
     *
     * @throws SqlException 0x2631 if they slide by more than their length, 0x0100 for what this server does not have
     */
    @SuppressWarnings("OrphanedFormatString") // the % is TDengine's
    static IntervalWindows of(Select.Interval interval, EvaluationContext context) {
        Expr.DurationLiteral every = interval.every();
        if (every.unit() == 'n' || every.unit() == 'y') {
            return calendar(interval, context);
        }
        Precision precision = context.precision();
        long length = units(every, precision);
        if (length <= 0) {
            throw new SqlException(0x2615, "Interval cannot be less than 1 " + precision.symbol());
        }
        long step = interval.sliding() == null ? length : units(interval.sliding(), precision);
        if (step > length) {
            throw new SqlException(0x2631, "sliding value no larger than the interval value");
        }
        if (step < length / 100 || step <= 0) {
            throw new SqlException(0x2632, "sliding value can not less than 1% of interval value");
        }
        long offset = interval.offset() == null ? 0 : units(interval.offset(), precision);
        if (offset >= length) {
            throw new SqlException(0x262f, "Interval offset should be shorter than interval");
        }
        return new IntervalWindows(precision, context.serverZone(), length, step, offset - midnight(every, context), 0);
    }

    private static IntervalWindows calendar(Select.Interval interval, EvaluationContext context) {
        Expr.DurationLiteral every = interval.every();
        long months = every.unit() == 'y' ? MONTHS_PER_YEAR * every.amount() : every.amount();
        boolean aligned = months > 0 && months <= MONTHS_PER_YEAR && MONTHS_PER_YEAR % months == 0;
        long offset = interval.offset() == null ? 0 : calendarOffset(interval.offset(), context.precision());
        boolean within =
                offset < months * SHORTEST_MONTH * DAY * context.precision().perSecond();
        if (interval.sliding() != null || !aligned || !within || (offset != 0 && interval.fill() != null)) {
            throw SqlException.notSupported("this INTERVAL of months or years");
        }
        return new IntervalWindows(context.precision(), context.serverZone(), 0, 0, offset, (int) months);
    }

    /** In an offset, a month is as long as the longest ones. */
    private static long calendarOffset(Expr.DurationLiteral offset, Precision precision) {
        if (offset.unit() == 'n' && offset.amount() < MONTHS_PER_YEAR) {
            return offset.amount() * LONGEST_MONTH * DAY * precision.perSecond();
        }
        return units(offset, precision);
    }

    /** Days begin at the server's midnight, by the offset that it has without daylight saving. */
    private static long midnight(Expr.DurationLiteral every, EvaluationContext context) {
        if (every.unit() != 'd' && every.unit() != 'w') {
            return 0;
        }
        int seconds =
                context.serverZone().getRules().getStandardOffset(context.now()).getTotalSeconds();
        return seconds * context.precision().perSecond();
    }

    private static long units(Expr.DurationLiteral duration, Precision precision) {
        if (TimeUnits.isCalendar(duration)) {
            throw SqlException.notSupported("months or years with an INTERVAL of other units");
        }
        return TimeUnits.units(duration, precision);
    }

    /** The start of the last window that begins at or before a timestamp. */
    long lastStart(long timestamp) {
        if (months > 0) {
            return shift == 0 ? startOfMonths(timestamp) : startOfShiftedMonths(timestamp);
        }
        return Math.floorDiv(timestamp - shift, step) * step + shift;
    }

    /** Start of the window before, if that still holds the timestamp; null if not. */
    @Nullable
    Long previousStart(long start, long timestamp) {
        return months == 0 && start - step + length > timestamp ? (Long) (start - step) : null;
    }

    /** The start of the first window that holds a timestamp. */
    long firstStart(long timestamp) {
        long first = lastStart(timestamp);
        Long before = previousStart(first, timestamp);
        while (before != null) {
            first = before;
            before = previousStart(first, timestamp);
        }
        return first;
    }

    /** The start of the window after one. */
    long next(long start) {
        return months > 0 ? end(start) : start + step;
    }

    long end(long start) {
        if (months > 0) {
            ZonedDateTime first = precision.toInstant(start).atZone(zone);
            return shift == 0
                    ? at(first.toLocalDate().plusMonths(months))
                    : precision.fromInstant(first.plusMonths(months).toInstant());
        }
        return start + length;
    }

    /**
     * The start of the window of months that holds a timestamp. An offset moves the starts, but the months are counted
     * from there on: such windows can overlap or leave a gap, and nobody has seen what a real server does with rows there.
     */
    private long startOfShiftedMonths(long timestamp) {
        long unshifted = startOfMonths(timestamp - shift);
        long start = unshifted + shift;
        long before = startOfMonths(unshifted - 1) + shift;
        if (timestamp >= end(start) || timestamp < end(before)) {
            throw SqlException.notSupported("a row where windows of months with an offset do not meet");
        }
        return start;
    }

    private long startOfMonths(long timestamp) {
        LocalDate day = precision.toInstant(timestamp).atZone(zone).toLocalDate();
        int month = (day.getMonthValue() - 1) / months * months + 1;
        return at(LocalDate.of(day.getYear(), month, 1));
    }

    private long at(LocalDate day) {
        Instant midnight = day.atStartOfDay(zone).toInstant();
        return precision.fromInstant(midnight);
    }
}
