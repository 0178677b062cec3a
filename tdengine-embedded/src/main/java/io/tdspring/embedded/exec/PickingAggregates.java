// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.exec.Aggregate.Bound;
import io.tdspring.embedded.exec.Aggregate.Trait;
import java.util.List;

/** Aggregates whose result are several rows of a group. */
final class PickingAggregates {

    private static final int MOST_ROWS = 100;
    private static final int MOST_SAMPLES = 1000;

    private PickingAggregates() {}

    static List<Aggregate> all() {
        return List.of(
                Aggregate.of("top", call -> top(call, 1), Trait.SELECTS_ROW, Trait.MANY_ROWS),
                Aggregate.of("bottom", call -> top(call, -1), Trait.SELECTS_ROW, Trait.MANY_ROWS),
                Aggregate.of(
                        "unique",
                        PickingAggregates::unique,
                        Trait.SELECTS_ROW,
                        Trait.MANY_ROWS,
                        Trait.WITHOUT_GROUPS,
                        Trait.TIMED),
                Aggregate.of(
                        "tail",
                        PickingAggregates::tail,
                        Trait.SELECTS_ROW,
                        Trait.MANY_ROWS,
                        Trait.WITHOUT_GROUPS,
                        Trait.TIMED),
                Aggregate.of(
                        "sample", PickingAggregates::sample, Trait.SELECTS_ROW, Trait.MANY_ROWS, Trait.WITHOUT_WINDOW));
    }

    private static Bound top(AggregateCall call, int sign) {
        call.requireSize(2, 2);
        Evaluator argument = call.argument(0);
        call.requireNumber(argument);
        int most = call.whole(1, 1, MOST_ROWS);
        return new Bound(argument.type(), () -> new PickingAccumulators.Top(argument, most, sign));
    }

    private static Bound unique(AggregateCall call) {
        Evaluator argument = call.only();
        call.requireTyped(argument);
        return new Bound(argument.type(), () -> new PickingAccumulators.Unique(argument));
    }

    private static Bound tail(AggregateCall call) {
        call.requireSize(2, 3);
        Evaluator argument = call.argument(0);
        call.requireTyped(argument);
        int most = call.whole(1, 1, MOST_ROWS);
        int skipped = call.size() == 2 ? 0 : call.whole(2, 0, MOST_ROWS);
        return new Bound(argument.type(), () -> new PickingAccumulators.Tail(argument, skipped, most));
    }

    private static Bound sample(AggregateCall call) {
        call.requireSize(2, 2);
        Evaluator argument = call.argument(0);
        call.requireTyped(argument);
        int most = call.whole(1, 1, MOST_SAMPLES);
        return new Bound(argument.type(), () -> new PickingAccumulators.Sample(argument, most));
    }
}
