// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands for itself in the select list of a grouped query: grouping expressions, aggregates, the window, and what
 * has one value in the whole group. Collects the aggregates that it meets. One thread's.
 */
final class GroupLeaves implements Leaves {

    private static final Column TIMESTAMP = Column.of("", DataType.TIMESTAMP);
    private static final Column BIGINT = Column.of("", DataType.BIGINT);

    /** An aggregate of the query. */
    record Call(Expr.FunctionCall expr, Aggregate aggregate, Aggregate.Bound bound) {}

    private final GroupingKeys keys;
    private final RowLeaves rowLeaves;
    private final ExpressionCompiler arguments;
    private final Select select;
    private final Source source;
    private final List<Call> calls = new ArrayList<>();
    private final EvaluationContext context;
    private final boolean besideRow;
    private boolean readsRow;

    /**
     * @param besideRow whether plain columns may stand beside the one aggregate, since that selects a row
     */
    GroupLeaves(Select select, GroupingKeys keys, Source source, EvaluationContext context, boolean besideRow) {
        this.select = select;
        this.keys = keys;
        this.source = source;
        this.rowLeaves = new RowLeaves(source, () -> TimeRange.of(select.where(), source, context));
        this.arguments = new ExpressionCompiler(this::argumentLeaf, context);
        this.context = context;
        this.besideRow = besideRow;
    }

    /** The aggregates met so far; their numbers are their places here. */
    List<Call> calls() {
        return calls;
    }

    /** Whether anything met so far is read from the row that the aggregate selects. */
    boolean readsRow() {
        return readsRow;
    }

    private @Nullable Evaluator argumentLeaf(Expr expr) {
        if (expr instanceof Expr.FunctionCall call && Aggregates.named(call.name()) != null) {
            throw new SqlException(0x2627, "Aggregate functions do not support nesting");
        }
        return rowLeaves.leaf(expr);
    }

    @Override
    public @Nullable Evaluator leaf(Expr expr) {
        int key = keys.indexOf(expr);
        if (key >= 0) {
            return new Key(keys.evaluators().get(key).type(), key);
        }
        if (expr instanceof Expr.FunctionCall call) {
            Aggregate aggregate = Aggregates.named(call.name());
            return aggregate == null ? null : aggregate(call, aggregate);
        }
        if (expr instanceof Expr.PseudoColumn column
                && select.window() != null
                && column.name().startsWith("_w")) {
            return window(column.name());
        }
        if (select.window() instanceof Window.State window && window.state().equals(expr)) {
            return state(expr);
        }
        if (expr instanceof Expr.ColumnReference || expr instanceof Expr.PseudoColumn) {
            return plain(expr);
        }
        return null;
    }

    /** What STATE_WINDOW is of, selected beside aggregates. */
    private Evaluator state(Expr expr) {
        Evaluator leaf = rowLeaves.leaf(expr);
        if (leaf instanceof RowLeaves.Cell cell) {
            return new WindowState(cell.type());
        }
        throw SqlException.notSupported("the expression of STATE_WINDOW in the select list");
    }

    private Evaluator aggregate(Expr.FunctionCall call, Aggregate aggregate) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).expr().equals(call)) {
                return new Result(calls.get(i).bound().type(), i);
            }
        }
        Aggregate.Bound bound = aggregate.bind(new AggregateCall(call, this::argument, context));
        calls.add(new Call(call, aggregate, bound));
        return new Result(bound.type(), calls.size() - 1);
    }

    private Evaluator argument(Expr expr) {
        return expr instanceof Expr.Star ? Constant.of(DataType.BIGINT, 1L) : arguments.compile(expr);
    }

    private static Evaluator window(String name) {
        return switch (name) {
            case "_wstart" -> new WindowStart(TIMESTAMP);
            case "_wend" -> new WindowEnd(TIMESTAMP);
            default -> new WindowDuration(BIGINT);
        };
    }

    private Evaluator plain(Expr expr) {
        Evaluator evaluator = rowLeaves.leaf(expr);
        if (evaluator instanceof Constant) {
            return evaluator;
        }
        boolean hasWindow = select.window() != null;
        boolean ofTable = !(evaluator instanceof RowLeaves.Cell);
        boolean oneTable = keys.byTable() || (keys.isEmpty() && !hasWindow && source.table() != null);
        if (evaluator instanceof RowLeaves.TableNameOf && !keys.byTable() && !besideRow && oneTable) {
            throw SqlException.notSupported("tbname beside an aggregate");
        }
        if (evaluator != null && (besideRow || (ofTable && oneTable))) {
            readsRow |= besideRow;
            return evaluator;
        }
        if (hasWindow) {
            String name =
                    expr instanceof Expr.ColumnReference column ? column.name() : ((Expr.PseudoColumn) expr).name();
            throw new SqlException(0x2667, "Invalid usage of expr: " + name);
        }
        throw select.groupBy().isEmpty()
                ? new SqlException(0x260c, "Not a single-group group function")
                : new SqlException(0x260a, "Not a GROUP BY expression");
    }

    /** The group's value of a grouping expression. */
    private record Key(Column type, int number) implements Evaluator {

        @Override
        public @Nullable Object value(Frame frame) {
            return frame.keys[number];
        }
    }

    /** The group's result of an aggregate. */
    private record Result(Column type, int number) implements Evaluator {

        @Override
        public @Nullable Object value(Frame frame) {
            return frame.aggregates[number];
        }
    }

    /** The state of the group's window. */
    private record WindowState(Column type) implements Evaluator {

        @Override
        public @Nullable Object value(Frame frame) {
            return frame.windowState;
        }
    }

    private record WindowStart(Column type) implements Evaluator {

        @Override
        public Object value(Frame frame) {
            return frame.windowStart;
        }
    }

    private record WindowEnd(Column type) implements Evaluator {

        @Override
        public Object value(Frame frame) {
            return frame.windowEnd;
        }
    }

    private record WindowDuration(Column type) implements Evaluator {

        @Override
        public Object value(Frame frame) {
            return frame.windowEnd - frame.windowStart;
        }
    }
}
