// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.Select.JoinKind;
import io.tdspring.embedded.sql.Select.JoinSide;
import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the rows that match side by side. One thread's. */
final class JoinedRows {

    /** More of them are refused, before memory runs out: without equal tags each row may match many. */
    private static final int MOST_ROWS = 5_000_000;

    private final Select.JoinSource join;
    private final JoinInput left;
    private final JoinInput right;
    private final PairFilter filter;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private final Set<@Nullable Object[]> matched = Collections.newSetFromMap(new IdentityHashMap<>());

    JoinedRows(Select.JoinSource join, JoinInput left, JoinInput right, PairFilter filter) {
        this.join = join;
        this.left = left;
        this.right = right;
        this.filter = filter;
    }

    /** The rows in the order of the side that is looked at; those of a full join that only the right has are last. */
    List<@Nullable Object[]> rows(JoinMatcher matcher) {
        if (join.limit() != null && join.limit() == 0) {
            return rows; // as a WINDOW JOIN was seen to do, even with rows that match nothing
        }
        JoinInput driver = join.side() == JoinSide.RIGHT ? right : left;
        for (@Nullable Object[] row : driver.rows()) {
            List<@Nullable Object[]> pairs = pairs(row, matcher.matches(row));
            boolean keepsUnmatched = join.side() != JoinSide.INNER && join.kind() != JoinKind.SEMI;
            if (pairs.isEmpty() && keepsUnmatched) {
                rows.add(pair(row, null));
            } else if (join.kind() != JoinKind.ANTI) {
                rows.addAll(pairs);
            }
        }
        if (join.side() == JoinSide.FULL) {
            addUnmatchedRight();
        }
        return rows;
    }

    private List<@Nullable Object[]> pairs(@Nullable Object[] row, List<@Nullable Object[]> candidates) {
        List<@Nullable Object[]> pairs = new ArrayList<>();
        boolean oneIsEnough = join.kind() == JoinKind.SEMI || join.kind() == JoinKind.ANTI;
        for (@Nullable Object[] candidate : candidates) {
            @Nullable Object[] pair = pair(row, candidate);
            if (!filter.accepts(pair)) {
                continue;
            }
            if (rows.size() + pairs.size() >= MOST_ROWS) {
                throw SqlException.notSupported("a join of more than " + MOST_ROWS + " rows");
            }
            pairs.add(pair);
            if (join.side() == JoinSide.FULL) {
                matched.add(candidate);
            }
            if (oneIsEnough) {
                break;
            }
        }
        return pairs;
    }

    private void addUnmatchedRight() {
        for (@Nullable Object[] row : right.rows()) {
            if (!matched.contains(row)) {
                rows.add(sideBySide(null, row));
            }
        }
    }

    private @Nullable Object[] pair(@Nullable Object[] row, @Nullable Object @Nullable [] other) {
        return join.side() == JoinSide.RIGHT ? sideBySide(other, row) : sideBySide(row, other);
    }

    private @Nullable Object[] sideBySide(@Nullable Object @Nullable [] ofLeft, @Nullable Object @Nullable [] ofRight) {
        int width = left.layout().columns().size();
        @Nullable
        Object[] cells = new @Nullable Object[width + right.layout().columns().size()];
        if (ofLeft != null) {
            System.arraycopy(ofLeft, 0, cells, 0, width);
        }
        if (ofRight != null) {
            System.arraycopy(ofRight, 0, cells, width, ofRight.length);
        }
        return cells;
    }
}
