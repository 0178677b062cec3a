// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SelectItem;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.TableRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, system table or join in FROM, read into memory. Only what has a name of its own can be referred
 * to: an alias or the name of a column, but not the text of an expression. Immutable.
 */
final class DerivedTable implements TableRows {

    /** Begins names that no statement can write. */
    private static final String PLACE = "\0";

    /** What a query over a system table cannot ask for. */
    private static final Set<String> ROW_COLUMNS = Set.of("_c0", "_rowts", "tbname");

    private final List<Column> columns;
    private final List<ColumnName> names;
    private final Precision precision;
    private final List<@Nullable Object[]> rows;
    private final Set<String> untold;
    private final boolean timeFirst;
    private final @Nullable JoinLayout layout;

    /**
     * How a column is referred to.
     *
     * @param table a table of a join; null if any qualifier that the source has means it
     * @param name null if it has none
     */
    record ColumnName(@Nullable String table, @Nullable String name) {

        boolean isMeantBy(@Nullable String qualifier, String wanted) {
            return wanted.equals(name) && (qualifier == null || table == null || qualifier.equals(table));
        }
    }

    private DerivedTable(QueryRows result, List<SelectItem> items, boolean timeFirst) {
        List<@Nullable Object[]> read = new ArrayList<>();
        result.rows().forEachRemaining(read::add);
        this.columns = result.columns();
        this.names = items.stream().map(DerivedTable::nameOf).toList();
        this.precision = result.precision();
        this.rows = read;
        this.untold = Set.of();
        this.timeFirst = timeFirst;
        this.layout = null;
    }

    private DerivedTable(SystemTable table) {
        Set<String> refused = new HashSet<>(ROW_COLUMNS);
        refused.addAll(table.untold());
        this.columns = table.columns();
        this.names = table.columns().stream()
                .map(column -> new ColumnName(null, column.name()))
                .toList();
        this.precision = Precision.MILLISECOND;
        this.rows = table.rows();
        this.untold = Set.copyOf(refused);
        this.timeFirst = false;
        this.layout = null;
    }

    private DerivedTable(JoinLayout layout, List<@Nullable Object[]> rows, boolean timeFirst) {
        this.columns = layout.columns().stream().map(JoinLayout.Part::column).toList();
        this.names = layout.columns().stream().map(JoinLayout.Part::columnName).toList();
        this.precision = layout.precision();
        this.rows = rows;
        this.untold = Set.of();
        this.timeFirst = timeFirst;
        this.layout = layout;
    }

    /** The rows of a system table. */
    static DerivedTable of(SystemTable table) {
        return new DerivedTable(table);
    }

    /**
     * The rows of a join.
     *
     * @param rows cells in the order of the layout
     * @param timeFirst whether the first column is the timestamp of the rows
     */
    static DerivedTable joined(JoinLayout layout, List<@Nullable Object[]> rows, boolean timeFirst) {
        return new DerivedTable(layout, rows, timeFirst);
    }

    /**
     * Reads a result.
     *
     * @param items what its columns come from
     * @param timeFirst whether the first column is the timestamp of the rows below
     */
    static DerivedTable read(QueryRows result, List<SelectItem> items, boolean timeFirst) {
        return new DerivedTable(result, items, timeFirst);
    }

    private static ColumnName nameOf(SelectItem item) {
        return new ColumnName(null, hasName(item) ? item.name() : null);
    }

    private static boolean hasName(SelectItem item) {
        return item.alias() != null
                || item.expr() instanceof Expr.ColumnReference
                || item.expr() instanceof Expr.PseudoColumn;
    }

    /** Whether the first column is the timestamp of the rows below. */
    boolean isTimeFirst() {
        return timeFirst;
    }

    /** Whether several tables are side by side. */
    boolean isJoin() {
        return layout != null;
    }

    /**
     * The places of the columns that {@code *} stands for.
     *
     * @param table before the star, or null
     */
    List<Integer> placesOf(@Nullable String table) {
        return layout == null ? IntStream.range(0, columns.size()).boxed().toList() : layout.placesOf(table);
    }

    /** A name for the column at a place, whether it has one of its own or not. */
    static String nameOf(int place) {
        return PLACE + place;
    }

    /** What the column at a place can be referred to by, null if by nothing. */
    @Nullable
    String nameAt(int place) {
        return names.get(place).name();
    }

    Precision precision() {
        return precision;
    }

    /** The columns as they are called in the result of {@code *}. */
    List<Column> columns() {
        return columns;
    }

    /**
     * The place of a column.
     *
     * @param table before the name, or null
     * @return −1 if none has this name
     * @throws SqlException 0x2604 if several have it, 0x0100 if only a real server knows it
     */
    int indexOf(@Nullable String table, String name) {
        if (name.startsWith(PLACE)) {
            return Integer.parseInt(name.substring(PLACE.length()));
        }
        if (untold.contains(name)) {
            throw SqlException.notSupported("column " + name + " of this system table");
        }
        int found = -1;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isMeantBy(table, name)) {
                if (found >= 0) {
                    throw new SqlException(0x2604, "Column ambiguously defined: " + name);
                }
                found = i;
            }
        }
        return found;
    }

    /** Whether the first column is the rows' timestamp, and ascends as in a table. */
    boolean isOrderedByTime() {
        if (!timeFirst || columns.get(0).type() != DataType.TIMESTAMP) {
            return false;
        }
        long last = Long.MIN_VALUE;
        for (@Nullable Object[] row : rows) {
            if (!(row[0] instanceof Long moment) || moment < last) {
                return false;
            }
            last = moment;
        }
        return true;
    }

    @Override
    public int count() {
        return rows.size();
    }

    @Override
    public long timestamp(int row) {
        return rows.get(row)[0] instanceof Long moment ? moment : 0;
    }

    @Override
    public @Nullable Object value(int row, int column) {
        return rows.get(row)[column];
    }
}
