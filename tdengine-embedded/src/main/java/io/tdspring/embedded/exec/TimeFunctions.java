// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.value.TimestampText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Functions of time. */
final class TimeFunctions {

    private static final int INVALID_UNIT = 0x280A;
    private static final int UNIT_TOO_SMALL = 0x280B;

    private TimeFunctions() {}

    static void addTo(Map<String, ScalarFunctions.ScalarFunction> functions) {
        functions.put(
                "now",
                call -> moment(
                        call.context().precision().fromInstant(call.context().now())));
        functions.put("today", call -> moment(today(call.context())));
        functions.put("timezone", call -> Constant.text(zone(call.context())));
        functions.put("to_unixtimestamp", TimeFunctions::toUnixTimestamp);
        functions.put("timetruncate", TimeFunctions::truncate);
        functions.put("timediff", TimeFunctions::difference);
        functions.put("to_iso8601", Iso8601::compile);
        functions.put("to_char", TimeText::compile);
        functions.put("to_timestamp", TimeParser::compile);
        CalendarFunctions.addTo(functions);
    }

    private static Evaluator moment(long moment) {
        return Constant.of(DataType.TIMESTAMP, moment);
    }

    private static long today(EvaluationContext context) {
        LocalDate today = LocalDate.ofInstant(context.now(), context.zone());
        return context.precision()
                .fromInstant(today.atStartOfDay(context.zone()).toInstant());
    }

    private static String zone(EvaluationContext context) {
        String name =
                context.zone().equals(ZoneOffset.UTC) ? "UTC" : context.zone().getId();
        return name
                + DateTimeFormatter.ofPattern(" (zzz, xx)", Locale.ROOT)
                        .withZone(name.equals("UTC") ? ZoneId.of("UTC") : context.zone())
                        .format(context.now());
    }

    /** Text to BIGINT, or to TIMESTAMP if the second argument is 1; NULL if the text is no time. */
    private static Evaluator toUnixTimestamp(ScalarCall call) {
        call.requireCount(1, 2);
        call.requireType(0, NumberTypes::isString);
        boolean asTime = call.count() == 2 && flag(call, 1) == 1;
        return Computed.of(
                Column.of("", asTime ? DataType.TIMESTAMP : DataType.BIGINT),
                call.argument(0),
                value -> time(value, call.context()));
    }

    private static long flag(ScalarCall call, int index) {
        if (call.argument(index) instanceof Constant constant
                && constant.value() instanceof Long flag
                && (flag == 0 || flag == 1)) {
            return flag;
        }
        throw call.wrongType();
    }

    /** Number, TIMESTAMP or text as a time; null if it is none. */
    static @Nullable Long time(Object value, EvaluationContext context) {
        if (!(value instanceof String text)) {
            return NumberTypes.toLong(value);
        }
        OptionalLong parsed = TimestampText.parse(text, context.zone(), context.precision());
        return parsed.isPresent() ? (Long) parsed.getAsLong() : null;
    }

    static boolean isTime(DataType type) {
        return type == DataType.TIMESTAMP || NumberTypes.isLongInteger(type) || NumberTypes.isString(type);
    }

    private static Evaluator truncate(ScalarCall call) {
        call.requireCount(2, 3);
        call.requireType(0, TimeFunctions::isTime);
        Expr.DurationLiteral unit = unit(call, 1);
        EvaluationContext context = call.context();
        long size = TimeUnits.units(unit, context.precision());
        boolean local = (unit.unit() == 'd' || unit.unit() == 'w') && (call.count() == 2 || flag(call, 2) == 1);
        long shift = local ? standardOffset(context) * context.precision().perSecond() : 0;
        return Computed.of(Column.of("", DataType.TIMESTAMP), call.argument(0), value -> {
            Long time = time(value, context);
            return time == null ? null : (Object) ((time + shift) / size * size - shift);
        });
    }

    /** Seconds by which the zone is ahead of UTC, without daylight saving. */
    static long standardOffset(EvaluationContext context) {
        return context.zone().getRules().getStandardOffset(context.now()).getTotalSeconds();
    }

    private static Evaluator difference(ScalarCall call) {
        call.requireCount(2, 3);
        EvaluationContext context = call.context();
        // Unlike other functions it does not know the session's zone, as a real server was seen to do.
        EvaluationContext serverContext = context.inServerZone();
        long size = call.count() == 2 ? 1 : TimeUnits.units(unit(call, 2), context.precision());
        for (int i = 0; i < 2; i++) {
            if (!call.isNull(i)) {
                call.requireType(i, TimeFunctions::isTime);
            }
        }
        return Computed.of(Column.of("", DataType.BIGINT), call.arguments().subList(0, 2), values -> {
            Long end = time(values[0], serverContext);
            Long start = time(values[1], serverContext);
            return end == null || start == null ? null : (Object) ((end - start) / size);
        });
    }

    /** One of a unit of fixed length that is not below the database's. */
    private static Expr.DurationLiteral unit(ScalarCall call, int index) {
        if (!(call.written(index) instanceof Expr.DurationLiteral duration)) {
            throw call.wrongType();
        }
        Precision precision = call.context().precision();
        if (duration.amount() != 1 || TimeUnits.isCalendar(duration)) {
            throw new SqlException(INVALID_UNIT, "Invalid timzone format : " + call.name());
        }
        if (TimeUnits.isBelow(duration, precision)) {
            throw new SqlException(UNIT_TOO_SMALL, "Time unit is too small : " + call.name());
        }
        return duration;
    }
}
