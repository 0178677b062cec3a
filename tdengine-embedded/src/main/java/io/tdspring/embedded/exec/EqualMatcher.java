// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the rows with equal keys by their hash. */
final class EqualMatcher implements JoinMatcher {

    private final JoinKeys keys;
    private final Map<List<Object>, List<@Nullable Object[]>> rows;

    EqualMatcher(JoinKeys keys, List<@Nullable Object[]> probe) {
        this.keys = keys;
        this.rows = byKey(keys, probe);
    }

    /** The rows of each key, in their order; those with a NULL in it match nothing. */
    static Map<List<Object>, List<@Nullable Object[]>> byKey(JoinKeys keys, List<@Nullable Object[]> probe) {
        Map<List<Object>, List<@Nullable Object[]>> byKey = new HashMap<>();
        for (@Nullable Object[] row : probe) {
            List<Object> key = JoinKeys.valuesOf(row, keys.probe());
            if (key != null) {
                byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
            }
        }
        return byKey;
    }

    @Override
    public List<@Nullable Object[]> matches(@Nullable Object[] row) {
        List<Object> key = JoinKeys.valuesOf(row, keys.driver());
        return key == null ? List.of() : rows.getOrDefault(key, List.of());
    }
}
