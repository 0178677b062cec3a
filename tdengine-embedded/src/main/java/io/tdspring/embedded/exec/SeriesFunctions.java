// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.embedded.exec.SeriesFunction.Bound;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All functions over the rows of a series, by name, with the checks of their arguments. */
final class SeriesFunctions {

    private static final int MOST_AVERAGED = 1000;
    private static final int MOST_DIFFERENCE_OPTIONS = 3;

    private static final Map<String, SeriesFunction> BY_NAME = Stream.of(
                    new SeriesFunction("diff", SeriesFunctions::difference),
                    new SeriesFunction("derivative", SeriesFunctions::derivative),
                    new SeriesFunction("csum", SeriesFunctions::runningSum),
                    new SeriesFunction("mavg", SeriesFunctions::movingAverage),
                    new SeriesFunction("statecount", SeriesFunctions::stateCount),
                    new SeriesFunction("stateduration", SeriesFunctions::stateDuration))
            .collect(Collectors.toUnmodifiableMap(SeriesFunction::name, Function.identity()));

    private SeriesFunctions() {}

    /** The function of this name in lower case, or null if it is none of these. */
    static @Nullable SeriesFunction named(String name) {
        return BY_NAME.get(name);
    }

    /** The names of all, in alphabetical order. */
    static List<String> names() {
        return BY_NAME.keySet().stream().sorted().toList();
    }

    private static Bound difference(AggregateCall call) {
        call.requireSize(1, 2);
        Evaluator argument = call.argument(0);
        call.requireTyped(argument);
        DataType type = argument.type().type();
        if (!NumberTypes.isNumber(type) && type != DataType.BOOL && type != DataType.TIMESTAMP) {
            throw call.wrongType();
        }
        int option = call.size() == 1 ? 0 : option(call, 1, MOST_DIFFERENCE_OPTIONS);
        boolean hidesNull = option >= 2;
        boolean dropsNegative = option % 2 == 1;
        DifferencePasses.Step step =
                NumberTypes.isFraction(type) ? DifferencePasses::ofFractions : DifferencePasses::ofIntegers;
        Supplier<SeriesPass> passes = () -> new DifferencePasses.Difference(
                argument, dropsNegative ? DifferencePasses.withoutNegative(step) : step, hidesNull);
        return Bound.of(NumberTypes.isFraction(type) ? DataType.DOUBLE : DataType.BIGINT, passes);
    }

    private static int option(AggregateCall call, int index, int most) {
        int option = call.whole(index, Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (option < 0 || option > most) {
            throw call.wrongValue();
        }
        return option;
    }

    private static Bound derivative(AggregateCall call) {
        call.requireSize(3, 3);
        Evaluator argument = call.argument(0);
        call.requireNumber(argument);
        long unit = derivativeUnit(call);
        boolean dropsNegative = option(call, 2, 1) == 1;
        return Bound.of(DataType.DOUBLE, () -> new DifferencePasses.Derivative(argument, unit, dropsNegative));
    }

    private static long derivativeUnit(AggregateCall call) {
        if (!(call.written(1) instanceof Expr.DurationLiteral duration) || TimeUnits.isCalendar(duration)) {
            throw SqlException.notSupported("a time interval of derivative that is not in weeks or less");
        }
        if (duration.amount() == 0) {
            throw call.outOfRange();
        }
        long unit = TimeUnits.units(duration, call.context().precision());
        if (unit < call.context().precision().perSecond()) {
            throw SqlException.notSupported("a time interval of derivative below a second");
        }
        return unit;
    }

    private static Bound runningSum(AggregateCall call) {
        Evaluator argument = call.only();
        call.requireNumber(argument);
        DataType type = argument.type().type();
        return switch (type) {
            case FLOAT, DOUBLE -> Bound.of(DataType.DOUBLE, () -> new RunningPasses.SumOfFractions(argument));
            case UTINYINT, USMALLINT, UINT, UBIGINT -> sumOfIntegers(DataType.UBIGINT, argument);
            default -> sumOfIntegers(DataType.BIGINT, argument);
        };
    }

    private static Bound sumOfIntegers(DataType sum, Evaluator argument) {
        return Bound.of(sum, () -> new RunningPasses.SumOfIntegers(argument, sum));
    }

    private static Bound movingAverage(AggregateCall call) {
        call.requireSize(2, 2);
        Evaluator argument = call.argument(0);
        call.requireNumber(argument);
        int count = call.whole(1, 1, MOST_AVERAGED);
        return Bound.of(DataType.DOUBLE, () -> new RunningPasses.MovingAverage(argument, count));
    }

    private static Bound stateCount(AggregateCall call) {
        call.requireSize(3, 3);
        StateCondition condition = StateCondition.of(call);
        return Bound.of(DataType.BIGINT, () -> new StatePasses.Count(condition));
    }

    private static Bound stateDuration(AggregateCall call) {
        call.requireSize(3, 4);
        StateCondition condition = StateCondition.of(call);
        long unit = call.size() == 3 ? 1 : durationUnit(call);
        return Bound.of(DataType.BIGINT, () -> new StatePasses.Duration(condition, unit));
    }

    private static long durationUnit(AggregateCall call) {
        if (!(call.written(3) instanceof Expr.DurationLiteral duration)) {
            if (call.argument(3) instanceof Constant constant
                    && NumberTypes.isString(constant.type().type())) {
                throw call.wrongType();
            }
            throw SqlException.notSupported("a unit of stateduration that is not one of time");
        }
        boolean oneUnit = duration.amount() == 1 && !TimeUnits.isCalendar(duration);
        if (!oneUnit || TimeUnits.isBelow(duration, call.context().precision())) {
            throw SqlException.notSupported("such a unit of stateduration");
        }
        return TimeUnits.units(duration, call.context().precision());
    }
}
