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
import org.jspecify.annotations.Nullable;

/**
 * The windows of an INTERVAL, in the unit of the database: each from its start to its end, which is not part of it.
 * Immutable.
 *
 * <p>Windows of hours and less are aligned to the epoch, days and weeks to the zone's midnight (weeks begin on a
 * Thursday, as the epoch does), months and years to the zone's calendar.
 */
final class IntervalWindows {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

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
        if (interval.fill() != null && interval.fill().mode() != Select.FillMode.NONE) {
            throw SqlException.notSupported("FILL");
        }
        Expr.DurationLiteral every = interval.every();
        if (every.unit() == 'n' || every.unit() == 'y') {
            return calendar(interval, context);
        }
        long length = units(every, context.precision());
        long step = interval.sliding() == null ? length : units(interval.sliding(), context.precision());
        if (step > length) {
            throw new SqlException(0x2631, "sliding value no larger than the interval value");
        }
        if (step < length / 100 || step <= 0) {
            throw new SqlException(0x2632, "sliding value can not less than 1% of interval value");
        }
        long offset = interval.offset() == null ? 0 : units(interval.offset(), context.precision());
        return new IntervalWindows(
                context.precision(), context.zone(), length, step, offset - midnight(every, context), 0);
    }

    private static IntervalWindows calendar(Select.Interval interval, EvaluationContext context) {
        Expr.DurationLiteral every = interval.every();
        long months = every.unit() == 'y' ? 12 * every.amount() : every.amount();
        boolean aligned = months > 0 && months <= 12 && 12 % months == 0;
        if (interval.sliding() != null || interval.offset() != null || !aligned) {
            throw SqlException.notSupported("this INTERVAL of months or years");
        }
        return new IntervalWindows(context.precision(), context.zone(), 0, 0, 0, (int) months);
    }

    /** Days begin at the zone's midnight, by the offset that it has without daylight saving. */
    private static long midnight(Expr.DurationLiteral every, EvaluationContext context) {
        if (every.unit() != 'd' && every.unit() != 'w') {
            return 0;
        }
        int seconds = context.zone().getRules().getStandardOffset(context.now()).getTotalSeconds();
        return seconds * context.precision().perSecond();
    }

    private static long units(Expr.DurationLiteral duration, Precision precision) {
        long nanos = Math.multiplyExact(duration.amount(), nanosOf(duration.unit()));
        long nanosPerUnit = NANOS_PER_SECOND / precision.perSecond();
        if (nanos % nanosPerUnit != 0) {
            throw SqlException.notSupported("a duration below the unit of the database");
        }
        return nanos / nanosPerUnit;
    }

    private static long nanosOf(char unit) {
        return switch (unit) {
            case 'b' -> 1;
            case 'u' -> 1_000;
            case 'a' -> 1_000_000;
            case 's' -> NANOS_PER_SECOND;
            case 'm' -> 60 * NANOS_PER_SECOND;
            case 'h' -> 3_600 * NANOS_PER_SECOND;
            case 'd' -> 86_400 * NANOS_PER_SECOND;
            case 'w' -> 7 * 86_400 * NANOS_PER_SECOND;
            default -> throw SqlException.notSupported("a duration in " + unit);
        };
    }

    /** The start of the last window that begins at or before a timestamp. */
    long lastStart(long timestamp) {
        if (months > 0) {
            return startOfMonths(timestamp);
        }
        return Math.floorDiv(timestamp - shift, step) * step + shift;
    }

    /** Start of the window before, if that still holds the timestamp; null if not. */
    @Nullable
    Long previousStart(long start, long timestamp) {
        return months == 0 && start - step + length > timestamp ? (Long) (start - step) : null;
    }

    long end(long start) {
        if (months > 0) {
            LocalDate first = precision.toInstant(start).atZone(zone).toLocalDate();
            return at(first.plusMonths(months));
        }
        return start + length;
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
