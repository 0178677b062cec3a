// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import java.util.function.Supplier;

/**
 * A function that reads rows one after the other in order of time and has a value for each: {@code diff}. Immutable.
 *
 * @param name in lower case
 */
record SeriesFunction(String name, Binding binding) {

    /** Checks the arguments of a call and gives it its type. */
    @FunctionalInterface
    interface Binding {

        Bound bind(AggregateCall call);
    }

    /** A call whose arguments are right; each partition has a pass of its own. */
    record Bound(Column type, Supplier<SeriesPass> passes) {

        static Bound of(DataType type, Supplier<SeriesPass> passes) {
            return new Bound(Column.of("", type), passes);
        }
    }
}
