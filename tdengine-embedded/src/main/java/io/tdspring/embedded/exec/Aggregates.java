// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All aggregate functions by name. */
final class Aggregates {

    private static final Map<String, Aggregate> BY_NAME = Stream.of(
                    BasicAggregates.all(),
                    StatisticalAggregates.all(),
                    SequenceAggregates.all(),
                    PickingAggregates.all())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Aggregate::name, Function.identity()));

    private Aggregates() {}

    /** The function of this name in lower case, or null if it is no aggregate that this server has. */
    static @Nullable Aggregate named(String name) {
        return BY_NAME.get(name);
    }

    /** The names of all, in alphabetical order. */
    static List<String> names() {
        return BY_NAME.keySet().stream().sorted().toList();
    }
}
