// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.store.TableRows;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Columns, tags and the table name of a row. One thread's while expressions are compiled. */
final class RowLeaves implements Leaves {

    /** As the server declares {@code tbname}. */
    static final Column TABLE_NAME = Column.of("tbname", DataType.VARCHAR, 270);

    private final Source source;
    private final @Nullable Supplier<TimeRange> range;
    private boolean readsRows;

    /** The leaves of a clause that knows nothing of the range of the query. */
    RowLeaves(Source source) {
        this.source = source;
        this.range = null;
    }

    /**
     * @param range of the query, for {@code _qstart} and {@code _qend}
     */
    RowLeaves(Source source, Supplier<TimeRange> range) {
        this.source = source;
        this.range = range;
    }

    /** Whether one of the leaves so far is of the row, and not of its table alone. */
    boolean readsRows() {
        return readsRows;
    }

    @Override
    public @Nullable Evaluator leaf(Expr expr) {
        Evaluator leaf = find(expr);
        readsRows |= leaf instanceof Cell;
        return leaf;
    }

    private @Nullable Evaluator find(Expr expr) {
        if (expr instanceof Expr.ColumnReference column) {
            requireTable(column.table());
            return column(column);
        }
        if (expr instanceof Expr.PseudoColumn column) {
            requireTable(column.table());
            return pseudoColumn(column);
        }
        if (expr instanceof Expr.FunctionCall call && Aggregates.named(call.name()) != null) {
            throw new SqlException(0x2608, "There mustn't be aggregation");
        }
        if (expr instanceof Expr.FunctionCall call && SeriesFunctions.named(call.name()) != null) {
            throw SeriesRules.notAllowed();
        }
        return null;
    }

    private void requireTable(@Nullable String name) {
        if (name != null && !source.names().contains(name)) {
            throw new SqlException(0x2603, "Table does not exist: " + name);
        }
    }

    private Evaluator column(Expr.ColumnReference reference) {
        String name = reference.name();
        int column = source.derived() == null
                ? indexOf(source.columns(), name)
                : source.derived().indexOf(reference.table(), name);
        if (column >= 0) {
            return new Cell(source.columns().get(column), column);
        }
        int tag = indexOf(source.tags(), name);
        if (tag >= 0) {
            return new Tag(source.tags().get(tag), source.tags(), tag);
        }
        throw new SqlException(0x2602, "Invalid column name: " + name);
    }

    private static int indexOf(List<Column> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private Evaluator pseudoColumn(Expr.PseudoColumn pseudoColumn) {
        String name = pseudoColumn.name();
        if (source.derived() != null) {
            return derivedPseudoColumn(source.derived(), pseudoColumn);
        }
        return switch (name) {
            case "tbname" -> new TableNameOf(TABLE_NAME);
            case "_rowts", "_c0" -> new Cell(source.columns().get(0), 0);
            case "_wstart", "_wend", "_wduration" ->
                throw new SqlException(0x2658, "_WSTART, _WEND and _WDURATION can only be used in window query");
            case "_irowts", "_irowts_origin", "_isfilled" ->
                throw new SqlException(0x2602, "Invalid column name: " + name);
            case "_qstart", "_qend" -> bound(name);
            default -> throw SqlException.notSupported(name);
        };
    }

    private Evaluator bound(String name) {
        if (range == null) {
            throw SqlException.notSupported(name + " outside the select list");
        }
        TimeRange bounds = range.get();
        if (bounds.isEmpty()) {
            throw SqlException.notSupported(name + " of a condition that nothing meets");
        }
        return Constant.of(DataType.TIMESTAMP, name.equals("_qstart") ? bounds.first() : bounds.last());
    }

    /** What a query below has selected under this name. */
    private static Evaluator derivedPseudoColumn(DerivedTable derived, Expr.PseudoColumn pseudoColumn) {
        String name = pseudoColumn.name();
        if (derived.isJoin() && (pseudoColumn.table() == null || !name.equals("tbname"))) {
            throw SqlException.notSupported(name + " of a join, unless it is tbname after a table's name,");
        }
        int column = derived.indexOf(pseudoColumn.table(), name);
        if (column >= 0) {
            return new Cell(derived.columns().get(column), column);
        }
        if ((name.equals("_c0") || name.equals("_rowts")) && !derived.isTimeFirst()) {
            throw new SqlException(0x2646, "Invalid _c0 or _rowts expression");
        }
        throw SqlException.notSupported(name + " of a subquery");
    }

    /** A data column of the frame's row. */
    record Cell(Column type, int column) implements Evaluator {

        @Override
        public @Nullable Object value(Frame frame) {
            TableRows rows = frame.rows;
            if (rows == null) {
                throw besideNoRows("A column");
            }
            return rows.value(frame.row, column);
        }
    }

    /** A tag of the frame's table. */
    record Tag(Column type, List<Column> tags, int tag) implements Evaluator {

        @Override
        public @Nullable Object value(Frame frame) {
            return tableOf(frame).tag(tags, tag);
        }
    }

    /** The name of the frame's table. */
    record TableNameOf(Column type) implements Evaluator {

        @Override
        public Object value(Frame frame) {
            return tableOf(frame).name();
        }
    }

    private static Table tableOf(Frame frame) {
        Table table = frame.table;
        if (table == null) {
            throw besideNoRows("A tag or tbname");
        }
        return table;
    }

    /** What a real server shows beside the count of no rows, or in a filled window, is in no recording. */
    private static SqlException besideNoRows(String what) {
        return SqlException.notSupported(what + " beside the aggregates of no rows");
    }
}
