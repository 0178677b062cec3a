// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands for itself beside series functions: they, and what their row has. Collects the calls that it meets. One
 * thread's.
 */
final class SeriesLeaves implements Leaves {

    /** A series function of the query. */
    record Call(Expr.FunctionCall expr, SeriesFunction function, SeriesFunction.Bound bound) {}

    private final Source source;
    private final EvaluationContext context;
    private final RowLeaves rowLeaves;
    private final List<Call> calls = new ArrayList<>();

    SeriesLeaves(Select select, Source source, EvaluationContext context) {
        this.source = source;
        this.context = context;
        this.rowLeaves = new RowLeaves(source, () -> TimeRange.of(select.where(), source, context));
    }

    /** The calls met so far; their numbers are their places here. */
    List<Call> calls() {
        return calls;
    }

    @Override
    public @Nullable Evaluator leaf(Expr expr) {
        SeriesFunction function = expr instanceof Expr.FunctionCall call ? SeriesFunctions.named(call.name()) : null;
        return function == null ? rowLeaves.leaf(expr) : result((Expr.FunctionCall) expr, function);
    }

    private Evaluator result(Expr.FunctionCall expr, SeriesFunction function) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).expr().equals(expr)) {
                return new Result(calls.get(i).bound().type(), i);
            }
        }
        SeriesFunction.Bound bound = bind(expr, function);
        calls.add(new Call(expr, function, bound));
        return new Result(bound.type(), calls.size() - 1);
    }

    private SeriesFunction.Bound bind(Expr.FunctionCall expr, SeriesFunction function) {
        RowLeaves ofArguments = new RowLeaves(source);
        ExpressionCompiler compiler = new ExpressionCompiler(argument -> argumentLeaf(argument, ofArguments), context);
        AggregateCall call =
                new AggregateCall(expr, argument -> ExpressionCompiler.projected(compiler.compile(argument)), context);
        SeriesFunction.Bound bound = function.binding().bind(call);
        if (!ofArguments.readsRows()) {
            throw SqlException.notSupported(function.name() + " of what is not a column");
        }
        return bound;
    }

    private static @Nullable Evaluator argumentLeaf(Expr expr, RowLeaves leaves) {
        if (expr instanceof Expr.FunctionCall call && SeriesFunctions.named(call.name()) != null) {
            throw new SqlException(0x2627, "Aggregate functions do not support nesting");
        }
        return leaves.leaf(expr);
    }

    /** The value of a series function at the frame's row. */
    record Result(Column type, int number) implements Evaluator {

        @Override
        public @Nullable Object value(Frame frame) {
            return frame.aggregates[number];
        }
    }
}
