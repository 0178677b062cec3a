// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.Select.FillMode;
import io.tdspring.embedded.sql.SelectItem;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TypeDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Fill} of what a query says; one thread's. */
final class FillCompiler {

    private static final int NO_RANGE = 0x263b;
    private static final int WRONG_VALUES = 0x2605;

    private final Select select;
    private final SelectList list;
    private final Projection projection;
    private final EvaluationContext context;

    FillCompiler(Select select, SelectList list, Projection projection, EvaluationContext context) {
        this.select = select;
        this.list = list;
        this.projection = projection;
        this.context = context;
    }

    /**
     * The filling of the query, or null if it has none.
     *
     * @throws SqlException 0x263b if the range of time is not bounded, 0x2605 if the number of values is wrong
     */
    @Nullable
    Fill compile(Source source, @Nullable IntervalWindows windows) {
        Select.Fill fill = select.window() instanceof Select.Interval interval ? interval.fill() : null;
        if (fill == null || windows == null || fill.mode() == FillMode.NONE) {
            return null;
        }
        TimeRange range = TimeRange.of(select.where(), source, context);
        if (!range.isBounded()) {
            throw new SqlException(NO_RANGE, "Start(end) time of query range required or time range too large");
        }
        Fill.refuseWhatIsUnknown(select, fill.mode());
        return new Fill(fill.mode(), range, windows, cells(fill, source));
    }

    private List<Fill.FilledCell> cells(Select.Fill fill, Source source) {
        List<Integer> places = places(source);
        boolean byValue = fill.mode() == FillMode.VALUE || fill.mode() == FillMode.VALUE_F;
        if (byValue && fill.values().size() != places.size()) {
            throw new SqlException(WRONG_VALUES, "Filled values number mismatch");
        }
        List<Fill.FilledCell> cells = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Column type = projection.columns().get(places.get(i));
            cells.add(new Fill.FilledCell(
                    places.get(i), type, byValue ? value(fill.values().get(i), type) : null));
        }
        return cells;
    }

    /** The columns made of aggregates; beside them there may be plain columns, which are those of the partition. */
    private List<Integer> places(Source source) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            SelectItem item = list.items().get(i);
            if (hasAggregate(item.expr())) {
                places.add(i);
            } else if (!isOfWindowOrPartition(item.expr(), source)) {
                throw SqlException.notSupported("FILL beside such an expression");
            }
        }
        boolean hidden =
                select.orderBy().stream().anyMatch(item -> list.indexOf(item.expr()) < 0 && hasAggregate(item.expr()));
        if (hidden) {
            throw SqlException.notSupported("FILL with an order by what is not selected");
        }
        return places;
    }

    private static boolean hasAggregate(Expr expr) {
        List<Expr.FunctionCall> found = new ArrayList<>();
        AggregateFinder.find(expr, found);
        return !found.isEmpty();
    }

    private boolean isOfWindowOrPartition(Expr expr, Source source) {
        if (expr instanceof Expr.PseudoColumn column && column.name().startsWith("_w")) {
            return true;
        }
        boolean byTable = select.partitionBy().stream()
                .anyMatch(item -> item.expr() instanceof Expr.PseudoColumn column
                        && column.name().equals("tbname"));
        boolean tag = expr instanceof Expr.ColumnReference column
                && source.tags().stream().anyMatch(candidate -> candidate.name().equals(column.name()));
        return (byTable && tag)
                || select.partitionBy().stream().anyMatch(item -> item.expr().equals(expr));
    }

    private @Nullable Object value(Expr expr, Column type) {
        Evaluator evaluator = new ExpressionCompiler(leaf -> null, context).compile(expr);
        if (!(evaluator instanceof Constant constant)) {
            throw SqlException.notSupported("FILL with a value that is not constant");
        }
        if (constant.value() == null) {
            return null;
        }
        if (type.type() == DataType.TIMESTAMP) {
            throw SqlException.notSupported("FILL with a value for TIMESTAMP");
        }
        TypeDefinition target = new TypeDefinition(type.type(), type.length(), type.precision(), type.scale());
        return Casts.compile(constant, target, context).value(new Frame());
    }
}
