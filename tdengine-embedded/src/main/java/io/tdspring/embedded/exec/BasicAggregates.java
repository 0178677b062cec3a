// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.exec.Aggregate.Bound;
import io.tdspring.embedded.exec.Aggregate.Trait;
import java.util.List;

/** Aggregates that count, add up, or pick one value. */
final class BasicAggregates {

    private static final Column BIGINT = Column.of("", DataType.BIGINT);
    private static final Column DOUBLE = Column.of("", DataType.DOUBLE);

    /** Quotients of DECIMALs have so many digits behind the point at least. */
    private static final int LEAST_SCALE = 6;

    private BasicAggregates() {}

    static List<Aggregate> all() {
        return List.of(
                Aggregate.of("count", BasicAggregates::count, Trait.COUNTS),
                Aggregate.of("sum", BasicAggregates::sum),
                Aggregate.of("avg", BasicAggregates::average),
                Aggregate.of("spread", BasicAggregates::spread),
                Aggregate.of("min", call -> extreme(call, -1), Trait.SELECTS_ROW),
                Aggregate.of("max", call -> extreme(call, 1), Trait.SELECTS_ROW),
                Aggregate.of("first", call -> outermost(call, -1), Trait.SELECTS_ROW, Trait.BY_TIME),
                Aggregate.of("last", call -> outermost(call, 1), Trait.SELECTS_ROW, Trait.BY_TIME),
                Aggregate.of("last_row", BasicAggregates::lastRow, Trait.SELECTS_ROW, Trait.BY_TIME, Trait.TAKES_NULL));
    }

    private static Bound count(AggregateCall call) {
        Evaluator argument = call.only();
        return new Bound(BIGINT, () -> new SumAccumulators.Count(argument));
    }

    private static Bound sum(AggregateCall call) {
        Evaluator argument = call.only();
        DataType type = argument.type().type();
        if (type.isDecimal()) {
            Column sum = Column.decimal("", 38, argument.type().scale());
            return new Bound(sum, () -> new SumAccumulators.DecimalSum(argument));
        }
        boolean isNull = AggregateCall.isUntypedNull(argument);
        if (!isNull && !NumberTypes.isNumber(type) && type != DataType.BOOL) {
            throw call.wrongType();
        }
        DataType sum = switch (type) {
            case UTINYINT, USMALLINT, UINT, UBIGINT -> DataType.UBIGINT;
            case FLOAT, DOUBLE -> DataType.DOUBLE;
            default -> DataType.BIGINT;
        };
        return new Bound(Column.of("", sum), () -> new SumAccumulators.Sum(argument, sum));
    }

    private static Bound average(AggregateCall call) {
        Evaluator argument = call.only();
        if (argument.type().type().isDecimal()) {
            return averageOfDecimals(argument);
        }
        if (!AggregateCall.isUntypedNull(argument)) {
            call.requireNumber(argument);
        }
        return new Bound(DOUBLE, () -> new SumAccumulators.Average(argument));
    }

    private static Bound averageOfDecimals(Evaluator argument) {
        Column average =
                Column.decimal("", 38, Math.max(LEAST_SCALE, argument.type().scale()));
        return new Bound(average, () -> new SumAccumulators.DecimalAverage(argument, average.scale()));
    }

    private static Bound spread(AggregateCall call) {
        Evaluator argument = call.only();
        if (argument.type().type() != DataType.TIMESTAMP) {
            call.requireNumber(argument);
        }
        return new Bound(DOUBLE, () -> new SumAccumulators.Spread(argument));
    }

    private static Bound extreme(AggregateCall call, int sign) {
        Evaluator argument = call.only();
        DataType type = argument.type().type();
        boolean ordered = NumberTypes.isNumber(type)
                || NumberTypes.isString(type)
                || type.isDecimal()
                || type == DataType.VARBINARY;
        if (!ordered) {
            throw call.wrongType();
        }
        Column result = AggregateCall.isUntypedNull(argument) ? BIGINT : argument.type();
        return new Bound(result, () -> new SelectingAccumulators.Extreme(argument, sign));
    }

    private static Bound outermost(AggregateCall call, int sign) {
        Evaluator argument = call.only();
        call.requireTyped(argument);
        return new Bound(argument.type(), () -> new SelectingAccumulators.Outermost(argument, sign, false));
    }

    private static Bound lastRow(AggregateCall call) {
        Evaluator argument = call.only();
        if (AggregateCall.isUntypedNull(argument)) {
            throw call.wrongType();
        }
        call.requireTyped(argument);
        return new Bound(argument.type(), () -> new SelectingAccumulators.Outermost(argument, 1, true));
    }
}
