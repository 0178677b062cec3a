// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * Values of TIMESTAMP: integers in the database's unit, text, NOW and TODAY, and one of these with one duration added or
 * taken off.
 */
final class TimestampReader {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private TimestampReader() {}

    static Object read(ValueContext context, Expr value) {
        if (!(value instanceof Expr.Binary sum)) {
            return moment(context, value, value);
        }
        if (!(sum.right() instanceof Expr.DurationLiteral duration)) {
            throw context.complaint().about(value, "invalid timestamp");
        }
        long moment = moment(context, sum.left(), value);
        try {
            long distance = unitsOf(context, duration, value);
            return switch (sum.operator()) {
                case ADD -> Math.addExact(moment, distance);
                case SUBTRACT -> Math.subtractExact(moment, distance);
                default -> throw context.complaint().about(value, "invalid timestamp");
            };
        } catch (ArithmeticException e) {
            throw context.complaint().about(value, "invalid timestamp");
        }
    }

    private static long moment(ValueContext context, Expr moment, Expr whole) {
        Precision precision = context.precision();
        if (moment instanceof Expr.FunctionCall call && call.arguments().isEmpty()) {
            if (call.name().equals("now")) {
                return precision.fromInstant(context.now());
            }
            if (call.name().equals("today")) {
                LocalDate today = LocalDate.ofInstant(context.now(), context.zone());
                return precision.fromInstant(today.atStartOfDay(context.zone()).toInstant());
            }
        }
        if (moment instanceof Expr.Literal literal && literal.value() instanceof Long number) {
            return number;
        }
        if (moment instanceof Expr.Literal literal && literal.isString()) {
            OptionalLong parsed = parse(context, literal.text());
            if (parsed.isPresent()) {
                return parsed.getAsLong();
            }
        }
        throw context.complaint().about(whole, "invalid timestamp");
    }

    private static OptionalLong parse(ValueContext context, String text) {
        if (NumberText.isWhole(text)) {
            try {
                return OptionalLong.of(Long.parseLong(text));
            } catch (NumberFormatException e) {
                return OptionalLong.empty();
            }
        }
        return TimestampText.parse(text, context.zone(), context.precision());
    }

    /** The duration in the unit of the database, what is smaller than that cut off. */
    private static long unitsOf(ValueContext context, Expr.DurationLiteral duration, Expr whole) {
        long perSecond = context.precision().perSecond();
        long seconds = switch (duration.unit()) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3_600;
            case 'd' -> 86_400;
            case 'w' -> 604_800;
            default -> 0;
        };
        if (seconds != 0) {
            return Math.multiplyExact(Math.multiplyExact(duration.amount(), seconds), perSecond);
        }
        long nanos = switch (duration.unit()) {
            case 'a' -> 1_000_000;
            case 'u' -> 1_000;
            case 'b' -> 1;
            // Months and years have no fixed length.
            default -> throw context.complaint().about(whole, "invalid timestamp");
        };
        return Math.multiplyExact(duration.amount(), nanos) / (NANOS_PER_SECOND / perSecond);
    }
}
