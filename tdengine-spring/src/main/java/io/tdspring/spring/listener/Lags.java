// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TopicVgroup;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How many offsets consumers are behind the ends of their vgroups' logs. Immutable.
 *
 * @param known those that are known; never negative
 * @param complete whether these are all
 */
record Lags(Map<TopicVgroup, Long> known, boolean complete) {

    static final Lags UNKNOWN = new Lags(Map.of(), false);

    Lags {
        known = Map.copyOf(known);
    }

    /** Those of several consumers; while a vgroup moves two may tell it, and the one farther behind counts. */
    static Lags of(Collection<Lags> consumers) {
        Map<TopicVgroup, Long> all = new HashMap<>();
        consumers.forEach(each -> each.known.forEach((vgroup, lag) -> all.merge(vgroup, lag, Math::max)));
        return new Lags(all, consumers.stream().allMatch(Lags::complete));
    }

    /** Empty as soon as one is unknown: a sum that leaves some out would look like progress. */
    OptionalLong sum() {
        return complete
                ? OptionalLong.of(
                        known.values().stream().mapToLong(Long::longValue).sum())
                : OptionalLong.empty();
    }
}
