// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Query;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.Select.FillMode;
import io.tdspring.embedded.sql.SqlException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * FILL: rows for the windows of a range of time that hold nothing. Cells made of aggregates are filled, those that say
 * which window and partition it is are as in other rows. Immutable.
 */
final class Fill {

    /** More of them are refused, before memory runs out. */
    private static final int MOST_WINDOWS = 1_000_000;

    private final FillMode mode;
    private final TimeRange range;
    private final IntervalWindows windows;
    private final List<FilledCell> cells;

    /**
     * @param range bounded on both sides
     * @param cells what is to be filled
     */
    Fill(FillMode mode, TimeRange range, IntervalWindows windows, List<FilledCell> cells) {
        this.mode = mode;
        this.range = range;
        this.windows = windows;
        this.cells = List.copyOf(cells);
    }

    /**
     * A cell to be filled.
     *
     * @param place in the row
     * @param value of VALUE and VALUE_F, in the type of the column
     */
    record FilledCell(int place, Column type, @Nullable Object value) {}

    /** A row for a window. One thread's. */
    static final class WindowRow {

        private final long start;
        private final boolean empty;
        private final @Nullable Object[] cells;

        /**
         * @param empty whether the window holds no rows
         * @param cells kept and filled
         */
        WindowRow(long start, boolean empty, @Nullable Object[] cells) {
            this.start = start;
            this.empty = empty;
            this.cells = cells;
        }

        @Nullable
        Object[] cells() {
            return cells;
        }
    }

    /** Refuses what nobody has seen a real server do. */
    static void refuseWhatIsUnknown(Select select, FillMode mode) {
        if (select.having() != null) {
            throw SqlException.notSupported("FILL with HAVING");
        }
        if (select.quantifier() != Select.Quantifier.ALL) {
            throw SqlException.notSupported("FILL with DISTINCT");
        }
        boolean always = mode == FillMode.NULL_F || mode == FillMode.VALUE_F;
        if (always && !select.partitionBy().isEmpty()) {
            throw SqlException.notSupported("FILL(" + name(mode) + ") with PARTITION BY");
        }
        boolean directed = mode == FillMode.PREV || mode == FillMode.NEXT;
        if (directed && select.orderBy().stream().anyMatch(item -> item.direction() == Query.Direction.DESCENDING)) {
            throw SqlException.notSupported("FILL(" + name(mode) + ") with a descending order");
        }
    }

    private static String name(FillMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    /** Whether windows are filled even if there is no row in all of the range. */
    boolean fillsWithoutRows() {
        return mode == FillMode.NULL_F || mode == FillMode.VALUE_F;
    }

    /** Adds the windows that are missing to a partition's rows, in the order of time. */
    List<WindowRow> apply(LongFunction<WindowRow> rowOf) {
        List<WindowRow> rows = new ArrayList<>();
        if (range.start() <= range.end()) {
            long start = windows.firstStart(range.start());
            while (start <= range.end()) {
                if (rows.size() == MOST_WINDOWS) {
                    throw SqlException.notSupported("FILL of more than " + MOST_WINDOWS + " windows");
                }
                rows.add(blankIfEmpty(rowOf.apply(start)));
                start = windows.next(start);
            }
        }
        cells.forEach(cell -> fill(rows, cell));
        return rows;
    }

    /** Even what was counted is NULL, not 0. */
    private WindowRow blankIfEmpty(WindowRow row) {
        if (row.empty) {
            cells.forEach(cell -> row.cells[cell.place()] = null);
        }
        return row;
    }

    private void fill(List<WindowRow> rows, FilledCell cell) {
        switch (mode) {
            case VALUE, VALUE_F -> rows.forEach(row -> fillIfNull(row, cell, cell.value()));
            case PREV -> fillFromNeighbour(rows, cell);
            case NEXT -> {
                List<WindowRow> backwards = new ArrayList<>(rows);
                Collections.reverse(backwards);
                fillFromNeighbour(backwards, cell);
            }
            case LINEAR -> interpolate(rows, cell);
            default -> {
                // The cells are NULL already.
            }
        }
    }

    private static void fillIfNull(WindowRow row, FilledCell cell, @Nullable Object value) {
        if (row.cells[cell.place()] == null) {
            row.cells[cell.place()] = value;
        }
    }

    private static void fillFromNeighbour(List<WindowRow> rows, FilledCell cell) {
        Object value = null;
        for (WindowRow row : rows) {
            fillIfNull(row, cell, value);
            value = row.cells[cell.place()];
        }
    }

    /** Between two windows with rows; where one of them has NULL, so have the windows between them. */
    private static void interpolate(List<WindowRow> rows, FilledCell cell) {
        int before = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).empty) {
                continue;
            }
            if (before >= 0 && i - before > 1) {
                interpolate(rows.subList(before, i + 1), cell, rows.get(before), rows.get(i));
            }
            before = i;
        }
    }

    private static void interpolate(List<WindowRow> rows, FilledCell cell, WindowRow from, WindowRow to) {
        Object first = from.cells[cell.place()];
        Object last = to.cells[cell.place()];
        if (first == null || last == null) {
            return;
        }
        if (!NumberTypes.isNumber(cell.type().type())) {
            throw SqlException.notSupported(
                    "FILL(linear) of " + cell.type().type().typeName());
        }
        double low = NumberTypes.toDouble(first);
        double slope = (NumberTypes.toDouble(last) - low) / (to.start - from.start);
        for (WindowRow row : rows.subList(1, rows.size() - 1)) {
            row.cells[cell.place()] = inTypeOf(first, low + slope * (row.start - from.start));
        }
    }

    /** Fractions are cut off integers. */
    private static Object inTypeOf(Object model, double value) {
        if (model instanceof Double) {
            return value;
        }
        if (model instanceof Float) {
            return (float) value;
        }
        BigDecimal whole = new BigDecimal(value).setScale(0, RoundingMode.DOWN);
        return model instanceof Long ? (Object) whole.longValue() : whole.toBigInteger();
    }
}
