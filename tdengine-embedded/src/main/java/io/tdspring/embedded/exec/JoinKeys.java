// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Select.JoinSide;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places of the columns that have to be equal on both sides of a join. Immutable.
 *
 * @param driver in the rows for which matches are looked for
 * @param probe in the rows that are looked through
 */
record JoinKeys(List<Integer> driver, List<Integer> probe) {

    static JoinKeys of(JoinSide side, List<JoinCondition.Pair> equalities) {
        JoinKeys keys = new JoinKeys(List.of(), List.of());
        for (JoinCondition.Pair pair : equalities) {
            keys = keys.with(side, pair);
        }
        return keys;
    }

    /** The same with one more. */
    JoinKeys with(JoinSide side, JoinCondition.Pair pair) {
        boolean fromRight = side == JoinSide.RIGHT;
        return new JoinKeys(
                appended(driver, fromRight ? pair.right() : pair.left()),
                appended(probe, fromRight ? pair.left() : pair.right()));
    }

    private static List<Integer> appended(List<Integer> places, int place) {
        List<Integer> more = new ArrayList<>(places);
        more.add(place);
        return List.copyOf(more);
    }

    /** The cells at these places, null if one of them is NULL, which equals nothing. */
    static @Nullable List<Object> valuesOf(@Nullable Object[] row, List<Integer> places) {
        List<Object> values = new ArrayList<>(places.size());
        for (int place : places) {
            Object value = row[place];
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }
}
