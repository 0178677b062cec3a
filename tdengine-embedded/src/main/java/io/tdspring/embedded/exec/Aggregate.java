// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An aggregate function. Immutable.
 *
 * @param name in lower case
 * @param traits what the query around it has to know
 */
record Aggregate(String name, Set<Trait> traits, Binding binding) {

    /** What sets an aggregate apart from others. */
    enum Trait {
        /** Has a result even without rows. */
        COUNTS,
        /** The result is the value of one row, whose other columns may stand beside it. */
        SELECTS_ROW,
        /** The result depends on which row is the earliest or latest. */
        BY_TIME,
        /** Takes the row even if its value is NULL. */
        TAKES_NULL,
        /** Has a row for each of its values, see {@link RowsAccumulator}; stands alone in its query. */
        MANY_ROWS,
        /** Reads the time of its rows. */
        TIMED,
        /** Only for the rows of one table. */
        ONE_TABLE,
        /** Reads its rows one after the other in order of time. */
        IN_ORDER,
        /** Not allowed with GROUP BY or a window. */
        WITHOUT_GROUPS,
        /** Means something else in a window, which this server does not have. */
        WITHOUT_WINDOW
    }

    /** Checks the arguments of a call and gives it its type. */
    @FunctionalInterface
    interface Binding {

        Bound bind(AggregateCall call);
    }

    /** A call whose arguments are right; each group has an accumulator of its own. */
    record Bound(Column type, Supplier<Accumulator> accumulators) {}

    static Aggregate of(String name, Binding binding, Trait... traits) {
        Set<Trait> set = EnumSet.noneOf(Trait.class);
        set.addAll(List.of(traits));
        return new Aggregate(name, Set.copyOf(set), binding);
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    Bound bind(AggregateCall call) {
        return binding.bind(call);
    }
}
