// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Query;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TypeDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * UNION of two results: the names and types are those of the first, and what the second gives is cast to them. Used
 * once, by one thread.
 */
final class UnionQuery {

    private static final int WRONG_POSITION = 0x2609;

    /** Longer than any cell of the second result becomes as text. */
    private static final int LONG_TEXT = 16_000;

    private final Query.Union query;
    private final QueryRows left;
    private final QueryRows right;
    private final EvaluationContext context;

    UnionQuery(Query.Union query, QueryRows left, QueryRows right, EvaluationContext context) {
        this.query = query;
        this.left = left;
        this.right = right;
        this.context = context;
    }

    /**
     * The rows of the whole.
     *
     * @throws SqlException 0x2634 if the numbers of columns differ
     */
    QueryRows rows() {
        if (left.columns().size() != right.columns().size()) {
            throw new SqlException(0x2634, "Query block has incorrect number of result columns");
        }
        requireOnePrecision();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < left.columns().size(); i++) {
            columns.add(merged(left.columns().get(i), right.columns().get(i)));
        }
        List<Ordering.Key> keys = sortKeys(columns);
        List<@Nullable Object[]> rows = new ArrayList<>();
        addAll(rows, left, columns);
        addAll(rows, right, columns);
        if (query.duplicates() == Query.Duplicates.REMOVE) {
            Set<RowKey> seen = new HashSet<>();
            rows.removeIf(row -> !seen.add(new RowKey(row, row.length)));
        }
        if (!keys.isEmpty()) {
            rows.sort(Ordering.by(keys));
        }
        return new QueryRows(
                columns, left.precision(), RowLimit.of(rows, query.limit()).iterator());
    }

    private void requireOnePrecision() {
        Precision precision = left.precision();
        if (precision != right.precision() && (hasTime(left) || hasTime(right))) {
            throw SqlException.notSupported("UNION of timestamps of different precision");
        }
    }

    private static boolean hasTime(QueryRows rows) {
        return rows.columns().stream().anyMatch(column -> column.type() == DataType.TIMESTAMP);
    }

    /** The literal NULL takes the type of the other side. */
    private static Column merged(Column first, Column second) {
        boolean longer = first.type() == second.type() && first.length() < second.length();
        return isUntyped(first) || longer
                ? new Column(first.name(), second.type(), second.length(), second.precision(), second.scale())
                : first;
    }

    private static boolean isUntyped(Column column) {
        return column.type() == DataType.VARCHAR && column.length() == 0;
    }

    private List<Ordering.Key> sortKeys(List<Column> columns) {
        List<Ordering.Key> keys = new ArrayList<>();
        for (Query.OrderItem item : query.orderBy()) {
            keys.add(new Ordering.Key(placeOf(item.expr(), columns), item));
        }
        return keys;
    }

    private static int placeOf(Expr expr, List<Column> columns) {
        if (expr instanceof Expr.Literal literal && literal.value() instanceof Long position) {
            if (position < 1 || position > columns.size()) {
                throw new SqlException(
                        WRONG_POSITION, "ORDER BY / GROUP BY item must be the number of a SELECT-list expression");
            }
            return (int) (position - 1);
        }
        if (expr instanceof Expr.ColumnReference column && column.table() == null) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equals(column.name())) {
                    return i;
                }
            }
            throw new SqlException(0x2602, "Invalid column name: " + column.name());
        }
        throw SqlException.notSupported("such an ORDER BY after UNION");
    }

    private void addAll(List<@Nullable Object[]> rows, QueryRows from, List<Column> columns) {
        List<Evaluator> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(adapted(new CellOf(from.columns().get(i), i), columns.get(i)));
        }
        Frame frame = new Frame();
        Iterator<@Nullable Object[]> source = from.rows();
        while (source.hasNext()) {
            frame.keys = source.next();
            @Nullable Object[] row = new @Nullable Object[columns.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = cells.get(i).value(frame);
            }
            rows.add(row);
        }
    }

    private Evaluator adapted(CellOf cell, Column to) {
        Column from = cell.type();
        boolean same = from.type() == to.type() && (!from.type().isDecimal() || from.scale() == to.scale());
        if (same) {
            return cell;
        }
        if (isUntyped(from)) {
            return new Computed(to, false, frame -> nullOf(cell, frame));
        }
        Evaluator cast = cast(cell, to, to.length());
        if (!NumberTypes.isString(to.type())) {
            return cast;
        }
        Evaluator whole = cast(cell, to, LONG_TEXT);
        return new Computed(to, false, frame -> {
            Object text = whole.value(frame);
            if (text != null && !text.equals(cast.value(frame))) {
                throw SqlException.notSupported("UNION of text with what is longer as text");
            }
            return text;
        });
    }

    /** The literals NULL and '' have one type; only the first fits every column. */
    private static @Nullable Object nullOf(CellOf cell, Frame frame) {
        if (cell.value(frame) != null) {
            throw SqlException.notSupported("UNION of an empty text with another type");
        }
        return null;
    }

    private Evaluator cast(CellOf cell, Column to, int length) {
        int written = to.type().isVariable() ? length : to.length();
        return Casts.compile(cell, new TypeDefinition(to.type(), written, to.precision(), to.scale()), context);
    }

    /** A cell of the row that the frame has as its keys. */
    private record CellOf(Column type, int place) implements Evaluator {

        @Override
        public @Nullable Object value(Frame frame) {
            return frame.keys[place];
        }
    }
}
