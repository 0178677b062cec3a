// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.exec.Aggregate.Bound;
import io.tdspring.embedded.exec.Aggregate.Trait;
import io.tdspring.embedded.exec.HistogramAccumulator.Scale;
import io.tdspring.embedded.value.BinBounds;
import java.util.List;

/** Aggregates that describe how values are distributed. */
final class StatisticalAggregates {

    private static final Column DOUBLE = Column.of("", DataType.DOUBLE);
    private static final Column SEVERAL_PERCENTILES = Column.of("", DataType.VARCHAR, 3198);
    private static final Column BIN = Column.of("", DataType.VARCHAR, 510);
    private static final int MOST_PERCENTAGES = 10;

    private StatisticalAggregates() {}

    static List<Aggregate> all() {
        return List.of(
                Aggregate.of("stddev", StatisticalAggregates::deviation),
                Aggregate.of("stddev_pop", StatisticalAggregates::deviation),
                Aggregate.of("var_pop", StatisticalAggregates::variance),
                Aggregate.of("hyperloglog", StatisticalAggregates::distinct, Trait.COUNTS),
                Aggregate.of("mode", StatisticalAggregates::mode),
                Aggregate.of("percentile", StatisticalAggregates::percentile, Trait.ONE_TABLE),
                Aggregate.of("apercentile", StatisticalAggregates::approximatePercentile),
                Aggregate.of("histogram", StatisticalAggregates::histogram, Trait.MANY_ROWS));
    }

    private static Bound deviation(AggregateCall call) {
        Bound variance = variance(call);
        return new Bound(
                DOUBLE,
                () -> new VarianceAccumulators.Root(variance.accumulators().get()));
    }

    private static Bound variance(AggregateCall call) {
        Evaluator argument = call.only();
        call.requireNumber(argument);
        if (argument.type().type().isInteger()) {
            return new Bound(DOUBLE, () -> new VarianceAccumulators.OfIntegers(argument));
        }
        return new Bound(DOUBLE, () -> new VarianceAccumulators.OfFractions(argument));
    }

    /** A real server estimates; the exact number lies in the middle of what it may answer. */
    private static Bound distinct(AggregateCall call) {
        Evaluator argument = call.only();
        call.requireTyped(argument);
        return new Bound(Column.of("", DataType.BIGINT), () -> new FrequencyAccumulators.Distinct(argument));
    }

    private static Bound mode(AggregateCall call) {
        Evaluator argument = call.only();
        call.requireTyped(argument);
        return new Bound(argument.type(), () -> new FrequencyAccumulators.Mode(argument));
    }

    private static Bound percentile(AggregateCall call) {
        call.requireSize(2, 1 + MOST_PERCENTAGES);
        Evaluator argument = call.argument(0);
        call.requireNumber(argument);
        double[] percentages = new double[call.size() - 1];
        for (int i = 0; i < percentages.length; i++) {
            percentages[i] = percentage(call, i + 1);
        }
        Column type = percentages.length == 1 ? DOUBLE : SEVERAL_PERCENTILES;
        return new Bound(type, () -> new PercentileAccumulator(argument, percentages));
    }

    private static double percentage(AggregateCall call, int index) {
        double percentage = call.constant(index);
        if (percentage < 0 || percentage > 100) {
            throw call.outOfRange();
        }
        return percentage;
    }

    /** A t-digest of few values tells the exact percentile; nobody may rely on more of it. */
    private static Bound approximatePercentile(AggregateCall call) {
        call.requireSize(2, 3);
        Evaluator argument = call.argument(0);
        call.requireNumber(argument);
        double percentage = percentage(call, 1);
        return switch (call.size() == 2 ? "default" : call.text(2)) {
            case "default" -> new Bound(DOUBLE, () -> new HistogramPercentile(argument, percentage));
            case "t-digest" -> new Bound(DOUBLE, () -> new PercentileAccumulator(argument, new double[] {percentage}));
            default -> throw call.wrongValue();
        };
    }

    private static Bound histogram(AggregateCall call) {
        call.requireSize(4, 4);
        Evaluator argument = call.argument(0);
        call.requireNumber(argument);
        double[] bounds = BinBounds.read(call.text(1), call.text(2));
        double scale = call.constant(3);
        if (scale != 0 && scale != 1) {
            throw call.wrongValue();
        }
        Scale meant = scale == 0 ? Scale.COUNT : Scale.SHARE;
        return new Bound(BIN, () -> new HistogramAccumulator(argument, bounds, meant));
    }
}
