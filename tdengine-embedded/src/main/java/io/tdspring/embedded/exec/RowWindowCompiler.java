// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.Window;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the {@link RowWindows} that a query asks for, a new one for each partition. Immutable. */
final class RowWindowCompiler {

    private static final int WRONG_COUNT = 0x2645;

    private final Source source;
    private final EvaluationContext context;

    RowWindowCompiler(Source source, EvaluationContext context) {
        this.source = source;
        this.context = context;
    }

    /**
     * What makes the windows of a partition, or null for a window that has no bounds of rows.
     *
     * @throws SqlException if the window is wrong, or something that this server does not have
     */
    @Nullable
    Supplier<RowWindows> compile(@Nullable Window window) {
        if (window instanceof Window.Session session) {
            return session(session);
        }
        if (window instanceof Window.State state) {
            return state(state);
        }
        if (window instanceof Window.Event event) {
            return event(event);
        }
        return window instanceof Window.Count count ? count(count) : null;
    }

    private Supplier<RowWindows> session(Window.Session session) {
        if (!(evaluator(session.column()) instanceof RowLeaves.Cell cell) || cell.column() != 0) {
            throw new SqlException(0x262c, "Only support SESSION on primary timestamp column");
        }
        boolean calendar = TimeUnits.isCalendar(session.gap());
        long gap = calendar ? 0 : gap(session.gap());
        if (gap <= 0) {
            throw new SqlException(0x262b, "SESSION gap should be fixed time window, and greater than 0");
        }
        return () -> new SessionWindows(gap);
    }

    private long gap(Expr expr) {
        if (expr instanceof Expr.DurationLiteral duration) {
            return TimeUnits.units(duration, context.precision());
        }
        if (context.precision() == Precision.MILLISECOND
                && expr instanceof Expr.Literal literal
                && literal.value() instanceof Long gap) {
            return gap;
        }
        throw SqlException.notSupported("a gap of SESSION without a unit");
    }

    private Supplier<RowWindows> state(Window.State window) {
        RowLeaves leaves = new RowLeaves(source);
        Evaluator state = new ExpressionCompiler(leaves, context).compile(window.state());
        DataType type = state.type().type();
        if (!(type == DataType.BOOL || type.isVariable() || type.isInteger())) {
            throw new SqlException(0x2628, "Only support STATE_WINDOW on integer/bool/varchar column");
        }
        if (state instanceof RowLeaves.Tag) {
            throw new SqlException(0x2629, "Not support STATE_WINDOW on tag column");
        }
        if (type.isVariable() && !type.isText()) {
            throw SqlException.notSupported("STATE_WINDOW on " + type.typeName());
        }
        if (!leaves.readsRows() && !(state instanceof Constant)) {
            throw SqlException.notSupported("STATE_WINDOW on tags");
        }
        return () -> new StateWindows(state);
    }

    private Supplier<RowWindows> event(Window.Event window) {
        Scan.Filter start = new Scan.Filter(source, context, window.start());
        Scan.Filter end = new Scan.Filter(source, context, window.end());
        if (start.isConstant() && end.isConstant()) {
            return () -> (row, timestamp, open) -> {}; // even 1=1 finds none
        }
        if (start.isConstant() || end.isConstant()) {
            throw SqlException.notSupported("EVENT_WINDOW with a condition that is the same for all rows");
        }
        return () -> new EventWindows(start, end);
    }

    private Supplier<RowWindows> count(Window.Count window) {
        if (window.size() <= 1) {
            throw new SqlException(WRONG_COUNT, "Size of Count window must exceed 1.");
        }
        if (window.sliding() <= 0) {
            throw new SqlException(WRONG_COUNT, "Size of Count window must exceed 0.");
        }
        if (window.sliding() > window.size()) {
            throw new SqlException(WRONG_COUNT, "sliding value no larger than the count value.");
        }
        Evaluator column = window.column() == null ? null : evaluator(window.column());
        return () -> new CountWindows(window, column);
    }

    private Evaluator evaluator(Expr expr) {
        return new ExpressionCompiler(new RowLeaves(source), context).compile(expr);
    }
}
