// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import java.time.DateTimeException;
import java.time.ZonedDateTime;

/** Spans of time in the unit of the database. */
final class TimeUnits {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int MONTHS_PER_YEAR = 12;

    private TimeUnits() {}

    /** Whether this is a number of months or years, which have no fixed length. */
    static boolean isCalendar(Expr expr) {
        return expr instanceof Expr.DurationLiteral duration && (duration.unit() == 'n' || duration.unit() == 'y');
    }

    /** The duration as a number; months stay what they are. */
    static long value(Expr.DurationLiteral duration, Precision precision) {
        if (duration.unit() == 'y') {
            throw SqlException.notSupported("a number of years here");
        }
        return duration.unit() == 'n' ? duration.amount() : units(duration, precision);
    }

    /** The duration in the unit, what is smaller cut off. Not for months and years. */
    static long units(Expr.DurationLiteral duration, Precision precision) {
        try {
            long perSecond = precision.perSecond();
            long seconds = seconds(duration.unit());
            if (seconds != 0) {
                return Math.multiplyExact(duration.amount(), seconds * perSecond);
            }
            return Math.multiplyExact(duration.amount(), nanos(duration.unit())) / (NANOS_PER_SECOND / perSecond);
        } catch (ArithmeticException e) {
            throw SqlException.notSupported("so long a duration");
        }
    }

    /** Whether the duration is a fraction of the unit, or less. */
    static boolean isBelow(Expr.DurationLiteral duration, Precision precision) {
        return seconds(duration.unit()) == 0 && nanos(duration.unit()) < NANOS_PER_SECOND / precision.perSecond();
    }

    private static long seconds(char unit) {
        return switch (unit) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3_600;
            case 'd' -> 86_400;
            case 'w' -> 604_800;
            default -> 0;
        };
    }

    private static long nanos(char unit) {
        return switch (unit) {
            case 'a' -> 1_000_000;
            case 'u' -> 1_000;
            default -> 1;
        };
    }

    /** A timestamp and months or years added or taken off; the last day of a month is the most there is. */
    static Evaluator shifted(Expr.Binary binary, Evaluator moment, EvaluationContext context) {
        Expr.DurationLiteral duration = (Expr.DurationLiteral) binary.right();
        int months = duration.unit() == 'y' ? MONTHS_PER_YEAR : 1;
        long distance = switch (binary.operator()) {
            case ADD -> months;
            case SUBTRACT -> -months;
            default -> throw SqlException.notSupported("arithmetic with months other than + and -");
        };
        return Computed.of(Constant.of(DataType.TIMESTAMP, null).type(), moment, value -> {
            try {
                ZonedDateTime local =
                        context.precision().toInstant((Long) value).atZone(context.serverZone());
                ZonedDateTime shifted = local.plusMonths(Math.multiplyExact(duration.amount(), distance));
                return context.precision().fromInstant(shifted.toInstant());
            } catch (DateTimeException | ArithmeticException e) {
                throw SqlException.notSupported("so long a duration");
            }
        });
    }
}
