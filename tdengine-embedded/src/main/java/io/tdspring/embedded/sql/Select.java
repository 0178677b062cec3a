// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One SELECT.
 *
 * @param from null for a SELECT without FROM
 * @param where a condition, or null
 * @param partitionBy entries of PARTITION BY, with aliases if given
 * @param window what cuts the rows into windows, or null
 * @param having a condition, or null
 * @param partitionLimit SLIMIT and SOFFSET, or null
 */
public record Select(
        Quantifier quantifier,
        List<SelectItem> items,
        @Nullable Source from,
        @Nullable Expr where,
        List<SelectItem> partitionBy,
        @Nullable Window window,
        List<Expr> groupBy,
        @Nullable Expr having,
        List<OrderItem> orderBy,
        @Nullable Limit partitionLimit,
        @Nullable Limit limit)
        implements Query {

    public Select {
        items = List.copyOf(items);
        partitionBy = List.copyOf(partitionBy);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
    }

    /** The word after SELECT. */
    public enum Quantifier {
        ALL,
        DISTINCT,
        /** {@code SELECT TAGS}: one row for each child table. */
        TAGS,
        DISTINCT_TAGS
    }

    /** Where the rows come from. */
    public sealed interface Source {

        /** The name to qualify columns with, or null. */
        @Nullable
        String alias();
    }

    /** A table by its name. */
    public record TableSource(TableName table, @Nullable String alias) implements Source {}

    /** A query in parentheses. */
    public record SubquerySource(Query query, @Nullable String alias) implements Source {}

    /**
     * Two sources side by side, their rows matched by time.
     *
     * @param on a condition; null if there is none, or WHERE has it
     * @param window of a WINDOW JOIN, else null
     * @param limit JLIMIT, or null
     */
    public record JoinSource(
            Source left,
            Source right,
            JoinSide side,
            JoinKind kind,
            @Nullable Expr on,
            @Nullable WindowOffset window,
            @Nullable Long limit)
            implements Source {

        @Override
        public @Nullable String alias() {
            return null;
        }
    }

    /** Whose rows a join gives even if they match nothing; of SEMI, ANTI, ASOF and WINDOW whose rows are looked at. */
    public enum JoinSide {
        INNER,
        LEFT,
        RIGHT,
        FULL
    }

    /** What a join does with rows that match. */
    public enum JoinKind {
        /** All of them, side by side; of an inner join, too. */
        OUTER,
        /** One of them. */
        SEMI,
        /** None: it gives the rows that match nothing. */
        ANTI,
        /** The nearest in time. */
        ASOF,
        /** Those in a window of time. */
        WINDOW
    }

    /** {@code WINDOW_OFFSET(start, end)}: spans of time, negative before the row that is looked at. */
    public record WindowOffset(Expr.DurationLiteral start, Expr.DurationLiteral end) {}

    /**
     * {@code INTERVAL(every[, offset]) [SLIDING(sliding)] [FILL(…)]}.
     *
     * @param offset null if none is written
     * @param sliding null if none is written
     * @param fill null if none is written
     */
    public record Interval(
            Expr.DurationLiteral every,
            Expr.@Nullable DurationLiteral offset,
            Expr.@Nullable DurationLiteral sliding,
            @Nullable Fill fill)
            implements Window {}

    /**
     * {@code FILL(mode[, values])}.
     *
     * @param values of VALUE and VALUE_F, in the order of the select list's functions
     */
    public record Fill(FillMode mode, List<Expr> values) {

        public Fill {
            values = List.copyOf(values);
        }
    }

    /** How FILL makes rows for empty windows; the modes with {@code _F} also if no row falls in the whole range. */
    public enum FillMode {
        NONE,
        NULL,
        NULL_F,
        VALUE,
        VALUE_F,
        PREV,
        NEXT,
        LINEAR;

        /** As SQL writes it, in lower case. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same query, sorted and limited. */
    Select completed(List<OrderItem> order, @Nullable Limit partitions, @Nullable Limit rows) {
        return new Select(
                quantifier, items, from, where, partitionBy, window, groupBy, having, order, partitions, rows);
    }
}
