// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalField;
import java.time.temporal.WeekFields;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Days and weeks of a time, in the server's zone whatever the session's is. */
final class CalendarFunctions {

    private static final int DAYS = 7;
    private static final int MOST_OF_A_WEEK = 4;
    private static final int LAST_MODE = 7;
    private static final int MONDAY_FIRST = 1;
    private static final int OF_WEEK_YEAR = 2;
    private static final int OTHER_FIRST_WEEK = 4;

    private CalendarFunctions() {}

    static void addTo(Map<String, ScalarFunctions.ScalarFunction> functions) {
        functions.put("weekday", call -> of(call, date -> date.getDayOfWeek().getValue() - 1L));
        functions.put("dayofweek", call -> of(call, CalendarFunctions::fromSunday));
        functions.put("weekofyear", call -> of(call, date -> date.get(WeekFields.ISO.weekOfWeekBasedYear())));
        functions.put("week", CalendarFunctions::week);
    }

    /** 1 is Sunday. */
    static int fromSunday(LocalDate date) {
        return date.getDayOfWeek().getValue() % DAYS + 1;
    }

    private static Evaluator of(ScalarCall call, ToLongFunction<LocalDate> formula) {
        call.requireCount(1, 1);
        return computed(call, formula);
    }

    private static Evaluator week(ScalarCall call) {
        call.requireCount(1, 2);
        TemporalField week = weekOf(call.count() == 1 ? 0 : mode(call));
        return computed(call, date -> date.get(week));
    }

    private static int mode(ScalarCall call) {
        if (call.argument(1) instanceof Constant constant
                && constant.value() instanceof Long mode
                && mode >= 0
                && mode <= LAST_MODE) {
            return mode.intValue();
        }
        throw call.notSupported("with such a mode");
    }

    /** The modes are those of MySQL; with half of them the first week is the first whole one. */
    private static TemporalField weekOf(int mode) {
        boolean monday = (mode & MONDAY_FIRST) != 0;
        boolean most = monday != ((mode & OTHER_FIRST_WEEK) != 0);
        WeekFields weeks = WeekFields.of(monday ? DayOfWeek.MONDAY : DayOfWeek.SUNDAY, most ? MOST_OF_A_WEEK : DAYS);
        return (mode & OF_WEEK_YEAR) != 0 ? weeks.weekOfWeekBasedYear() : weeks.weekOfYear();
    }

    private static Evaluator computed(ScalarCall call, ToLongFunction<LocalDate> formula) {
        EvaluationContext context = call.context();
        if (!call.isNull(0)) {
            call.requireType(0, TimeFunctions::isTime);
        }
        if (NumberTypes.isString(call.type(0)) && !context.zone().equals(context.serverZone())) {
            throw call.notSupported("of text in a session with a zone of its own");
        }
        return call.computed(DataType.BIGINT, values -> {
            Long time = TimeFunctions.time(values[0], context);
            return time == null
                    ? null
                    : (Object) formula.applyAsLong(
                            LocalDate.ofInstant(context.precision().toInstant(time), context.serverZone()));
        });
    }
}
