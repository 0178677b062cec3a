// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What gives rows: a SELECT, or several joined by UNION. */
public sealed interface Query extends Statement permits Select, Query.Union {

    /** Sorting of the rows; empty if none is asked for. */
    List<OrderItem> orderBy();

    /** LIMIT, or null. */
    @Nullable
    Limit limit();

    /** {@code left UNION [ALL] right}; sorting and limit are those of the whole. */
    record Union(
            Query left,
            Query right,
            Duplicates duplicates,
            List<OrderItem> orderBy,
            @Nullable Limit limit) implements Query {

        public Union {
            orderBy = List.copyOf(orderBy);
        }
    }

    /** What UNION does with equal rows. */
    enum Duplicates {
        REMOVE,
        KEEP
    }

    /** One entry of ORDER BY. An integer literal is a position in the select list. */
    record OrderItem(Expr expr, Direction direction, NullOrder nulls) {}

    /** Which way to sort. */
    enum Direction {
        ASCENDING,
        DESCENDING
    }

    /** Where NULLs go. */
    enum NullOrder {
        /** Nothing written: first when ascending, last when descending. */
        DEFAULT,
        FIRST,
        LAST
    }

    /** LIMIT and OFFSET, or SLIMIT and SOFFSET; neither is negative. */
    record Limit(long count, long offset) {}
}
