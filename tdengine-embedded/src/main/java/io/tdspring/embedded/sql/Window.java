// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import org.jspecify.annotations.Nullable;

/** The clause that cuts the rows of a query into windows. */
public sealed interface Window permits Select.Interval, Window.Session, Window.State, Window.Event, Window.Count {

    /**
     * {@code SESSION(column, gap)}.
     *
     * @param gap a {@link Expr.DurationLiteral}, or an integer without a unit
     */
    record Session(Expr column, Expr gap) implements Window {}

    /** {@code STATE_WINDOW(state)}. */
    record State(Expr state) implements Window {}

    /** {@code EVENT_WINDOW START WITH start END WITH end}. */
    record Event(Expr start, Expr end) implements Window {}

    /**
     * {@code COUNT_WINDOW(size[, sliding][, column])}.
     *
     * @param sliding as {@code size} if none is written
     * @param column what a row needs to have to be counted, or null if every row counts
     */
    record Count(long size, long sliding, @Nullable Expr column) implements Window {}
}
