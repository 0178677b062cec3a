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
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query or system table in FROM, read into memory. Only what has a name of its own can be referred to: an
 * alias or the name of a column, but not the text of an expression. Immutable.
 */
final class DerivedTable implements TableRows {

    /** Begins names that no statement can write. */
    private static final String PLACE = "\0";

    /** What a query over a system table cannot ask for. */
    private static final Set<String> ROW_COLUMNS = Set.of("_c0", "_rowts", "tbname");

    private final List<Column> columns;
    private final List<SelectItem> items;
    private final Precision precision;
    private final List<@Nullable Object[]> rows;
    private final Set<String> ambiguous;
    private final Set<String> untold;
    private final boolean timeFirst;

    private DerivedTable(QueryRows result, List<SelectItem> items, Set<String> ambiguous, boolean timeFirst) {
        List<@Nullable Object[]> read = new ArrayList<>();
        result.rows().forEachRemaining(read::add);
        this.columns = result.columns();
        this.items = items;
        this.precision = result.precision();
        this.rows = read;
        this.ambiguous = Set.copyOf(ambiguous);
        this.untold = Set.of();
        this.timeFirst = timeFirst;
    }

    private DerivedTable(SystemTable table) {
        Set<String> refused = new HashSet<>(ROW_COLUMNS);
        refused.addAll(table.untold());
        this.columns = table.columns();
        this.items = table.columns().stream().map(DerivedTable::item).toList();
        this.precision = Precision.MILLISECOND;
        this.rows = table.rows();
        this.ambiguous = Set.of();
        this.untold = Set.copyOf(refused);
        this.timeFirst = false;
    }

    private static SelectItem item(Column column) {
        return new SelectItem(new Expr.ColumnReference(null, column.name()), null, column.name());
    }

    /** The rows of a system table. */
    static DerivedTable of(SystemTable table) {
        return new DerivedTable(table);
    }

    /**
     * Reads a result.
     *
     * @param items what its columns come from
     * @param timeFirst whether the first column is the timestamp of the rows below
     */
    static DerivedTable read(QueryRows result, List<SelectItem> items, boolean timeFirst) {
        Set<String> names = new HashSet<>();
        Set<String> ambiguous = new HashSet<>();
        for (SelectItem item : items) {
            if (hasName(item) && !names.add(item.name())) {
                ambiguous.add(item.name());
            }
        }
        return new DerivedTable(result, List.copyOf(items), ambiguous, timeFirst);
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

    /** A name for the column at a place, whether it has one of its own or not. */
    static String nameOf(int place) {
        return PLACE + place;
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
     * @return −1 if none has this name
     * @throws SqlException 0x2604 if several have it, 0x0100 if only a real server knows it
     */
    int indexOf(String name) {
        if (name.startsWith(PLACE)) {
            return Integer.parseInt(name.substring(PLACE.length()));
        }
        if (untold.contains(name)) {
            throw SqlException.notSupported("column " + name + " of this system table");
        }
        if (ambiguous.contains(name)) {
            throw new SqlException(0x2604, "Column ambiguously defined: " + name);
        }
        for (int i = 0; i < items.size(); i++) {
            if (hasName(items.get(i)) && items.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
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
