// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.Select.JoinKind;
import io.tdspring.embedded.sql.SqlException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the rows in a range of time around a row. */
final class NearMatcher implements JoinMatcher {

    private final JoinKeys keys;
    private final NearRange range;
    private final Map<List<Object>, List<@Nullable Object[]>> rows;

    NearMatcher(JoinKeys keys, NearRange range, List<@Nullable Object[]> probe) {
        this.keys = keys;
        this.range = range;
        this.rows = EqualMatcher.byKey(keys, probe);
    }

    /** Refuses conditions that no recording shows with these joins. */
    static void refuseUnknown(Select.JoinSource join, JoinCondition condition) {
        boolean hasTime = condition.time() != null;
        boolean ofKind = join.kind() == JoinKind.ASOF ? hasTime == (join.on() != null) : !hasTime;
        if (!condition.isComplete() || !ofKind) {
            throw SqlException.notSupported("this condition of an ASOF or WINDOW JOIN");
        }
    }

    @Override
    public List<@Nullable Object[]> matches(@Nullable Object[] row) {
        List<Object> key = JoinKeys.valuesOf(row, keys.driver());
        List<@Nullable Object[]> candidates = key == null ? List.of() : rows.getOrDefault(key, List.of());
        long moment = JoinInput.timestamp(row, 0);
        int from = range.start() == Long.MIN_VALUE ? 0 : firstAtOrAfter(candidates, sum(moment, range.start()));
        int to = range.end() == Long.MAX_VALUE
                ? candidates.size()
                : firstAtOrAfter(candidates, sum(sum(moment, range.end()), 1));
        if (to - from <= range.limit()) {
            return candidates.subList(from, Math.max(from, to));
        }
        return range.kept() == NearRange.Kept.LATEST
                ? candidates.subList(to - range.limit(), to)
                : candidates.subList(from, from + range.limit());
    }

    private static long sum(long moment, long distance) {
        long sum = moment + distance;
        boolean overflows = ((moment ^ sum) & (distance ^ sum)) < 0;
        return overflows ? (distance < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    private static int firstAtOrAfter(List<@Nullable Object[]> rows, long moment) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (JoinInput.timestamp(rows.get(middle), 0) < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
