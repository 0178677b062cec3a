// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Query;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** LIMIT and OFFSET over rows that have not been made yet. One thread's. */
final class RowLimit implements Iterator<@Nullable Object[]> {

    private final Iterator<@Nullable Object[]> rows;
    private long left;

    private RowLimit(Iterator<@Nullable Object[]> rows, Query.Limit limit) {
        this.rows = rows;
        this.left = limit.count();
        for (long skipped = 0; skipped < limit.offset() && rows.hasNext(); skipped++) {
            rows.next();
        }
    }

    static Iterator<@Nullable Object[]> of(Iterator<@Nullable Object[]> rows, Query.@Nullable Limit limit) {
        return limit == null ? rows : new RowLimit(rows, limit);
    }

    static <T> List<T> of(List<T> rows, Query.@Nullable Limit limit) {
        if (limit == null) {
            return rows;
        }
        int from = (int) Math.min(limit.offset(), rows.size());
        int to = from + (int) Math.min(limit.count(), rows.size() - from);
        return rows.subList(from, to);
    }

    @Override
    public boolean hasNext() {
        return left > 0 && rows.hasNext();
    }

    @Override
    public @Nullable Object[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        left--;
        return rows.next();
    }
}
