// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.exec.Aggregate.Bound;
import io.tdspring.embedded.exec.Aggregate.Trait;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import java.util.List;

/** Aggregates of rows in their order of time. */
final class SequenceAggregates {

    private static final Column DOUBLE = Column.of("", DataType.DOUBLE);
    private static final Column LINE = Column.of("", DataType.VARCHAR, 126);
    private static final int UNIT_TOO_SMALL = 0x280a;

    private SequenceAggregates() {}

    static List<Aggregate> all() {
        return List.of(
                Aggregate.of("leastsquares", SequenceAggregates::leastSquares, Trait.IN_ORDER),
                Aggregate.of("elapsed", SequenceAggregates::elapsed, Trait.IN_ORDER, Trait.WITHOUT_WINDOW),
                Aggregate.of("twa", SequenceAggregates::timeWeightedAverage, Trait.IN_ORDER, Trait.WITHOUT_WINDOW),
                Aggregate.of("irate", SequenceAggregates::instantRate, Trait.IN_ORDER));
    }

    private static Bound leastSquares(AggregateCall call) {
        call.requireSize(3, 3);
        Evaluator argument = call.argument(0);
        call.requireNumber(argument);
        double start = call.constant(1);
        double step = call.constant(2);
        return new Bound(LINE, () -> new SequenceAccumulators.LeastSquares(argument, start, step));
    }

    private static Bound timeWeightedAverage(AggregateCall call) {
        Evaluator argument = call.only();
        call.requireNumber(argument);
        return new Bound(DOUBLE, () -> new TimedAccumulators.TimeWeightedAverage(argument));
    }

    private static Bound instantRate(AggregateCall call) {
        Evaluator argument = call.only();
        call.requireNumber(argument);
        long perSecond = call.context().precision().perSecond();
        return new Bound(DOUBLE, () -> new TimedAccumulators.InstantRate(argument, perSecond));
    }

    private static Bound elapsed(AggregateCall call) {
        call.requireSize(1, 2);
        Evaluator argument = call.argument(0);
        if (argument.type().type() != DataType.TIMESTAMP) {
            throw call.wrongType();
        }
        if (!(argument instanceof RowLeaves.Cell cell) || cell.column() != 0) {
            throw SqlException.notSupported("elapsed of another column than the first");
        }
        long unit = call.size() == 1 ? 1 : unit(call);
        return new Bound(DOUBLE, () -> new SequenceAccumulators.Elapsed(argument, unit));
    }

    private static long unit(AggregateCall call) {
        if (!(call.written(1) instanceof Expr.DurationLiteral duration) || duration.amount() != 1) {
            throw SqlException.notSupported("a unit of elapsed other than one of time");
        }
        // A month has no length; its refusal has the code of a unit below the precision.
        if (TimeUnits.isCalendar(duration)
                || TimeUnits.isBelow(duration, call.context().precision())) {
            throw new SqlException(UNIT_TOO_SMALL, "Invalid timzone format : " + call.name());
        }
        return TimeUnits.units(duration, call.context().precision());
    }
}
