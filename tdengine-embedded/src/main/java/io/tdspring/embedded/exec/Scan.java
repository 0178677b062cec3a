// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.TableRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the rows of a source that meet a condition, one table after the other. One thread's.
 *
 * <p>What the condition says of tags alone is asked once for each table.
 */
final class Scan {

    private final Iterator<Source.Part> parts;
    private final List<Evaluator> tableConditions;
    private final List<Evaluator> rowConditions;
    private final Frame frame = new Frame();
    private int rows;

    private Scan(List<Source.Part> parts, List<Evaluator> tableConditions, List<Evaluator> rowConditions) {
        this.parts = parts.iterator();
        this.tableConditions = tableConditions;
        this.rowConditions = rowConditions;
    }

    /** The filter of a WHERE, compiled once; scans are made of it. */
    static final class Filter {

        private final Source source;
        private final List<Evaluator> tableConditions = new ArrayList<>();
        private final List<Evaluator> rowConditions = new ArrayList<>();
        private boolean never;
        private boolean constant = true;

        Filter(Source source, EvaluationContext context, @Nullable Expr where) {
            this.source = source;
            if (where != null) {
                split(where, context);
            }
        }

        private void split(Expr condition, EvaluationContext context) {
            if (condition instanceof Expr.Binary both && both.operator() == Expr.BinaryOperator.AND) {
                split(both.left(), context);
                split(both.right(), context);
                return;
            }
            RowLeaves leaves = new RowLeaves(source);
            Evaluator compiled = JsonValues.asCondition(new ExpressionCompiler(leaves, context).compile(condition));
            if (compiled.type().type() == DataType.TIMESTAMP) {
                throw new SqlException(0x070f, "invalid input");
            }
            constant &= compiled instanceof Constant;
            never |= compiled instanceof Constant known && !isTrue(known.value());
            (leaves.readsRows() ? rowConditions : tableConditions).add(compiled);
        }

        /** Whether nothing can meet the condition, whatever the rows: {@code 1=0}. */
        boolean isNever() {
            return never;
        }

        /** Whether it is the same for all rows. */
        boolean isConstant() {
            return constant;
        }

        /** Whether it depends on more than the table of a row. */
        boolean readsRows() {
            return !rowConditions.isEmpty();
        }

        /** A scan over the tables as they are now. */
        Scan scan() {
            return new Scan(source.parts(), tableConditions, rowConditions);
        }

        /** A scan for each table that meets the condition, on it and before its first row. */
        List<Scan> scans() {
            return source.parts().stream()
                    .map(part -> new Scan(List.of(part), tableConditions, rowConditions))
                    .filter(Scan::nextTable)
                    .toList();
        }

        /** Whether a table and, if its frame has one, a row meet the condition. */
        boolean accepts(Frame frame) {
            return areTrue(tableConditions, frame) && areTrue(rowConditions, frame);
        }
    }

    private static boolean areTrue(List<Evaluator> conditions, Frame frame) {
        for (Evaluator condition : conditions) {
            if (!isTrue(condition.value(frame))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value counts as true where a condition is expected: TRUE, or a number other than 0. */
    static boolean isTrue(@Nullable Object value) {
        return value instanceof Boolean bool ? bool : value instanceof Number number && number.doubleValue() != 0;
    }

    /** What {@link #nextTable} and {@link #nextRow} have moved to; the same object all along. */
    Frame frame() {
        return frame;
    }

    /** Moves to the next table, before its first row. */
    boolean nextTable() {
        while (parts.hasNext()) {
            Source.Part part = parts.next();
            TableRows view = part.rows().get();
            frame.table = part.table();
            frame.rows = view;
            rows = view.count();
            frame.row = -1;
            if (areTrue(tableConditions, frame)) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the table's next row that meets the condition. */
    boolean nextRow() {
        while (++frame.row < rows) {
            if (areTrue(rowConditions, frame)) {
                return true;
            }
        }
        return false;
    }
}
