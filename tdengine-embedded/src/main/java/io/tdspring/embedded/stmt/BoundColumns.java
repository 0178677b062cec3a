// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.CellArray;
import io.tdspring.embedded.store.Columns;
import io.tdspring.embedded.store.RowBatch;
import io.tdspring.embedded.value.CellReader;
import io.tdspring.embedded.write.TablePart;
import io.tdspring.embedded.write.TimestampRange;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.StatementField.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for one table: what is bound to each of its columns that the statement names. Immutable. */
final class BoundColumns {

    /** For each column of the table; null where the statement names none. */
    private final @Nullable Source[] sources;

    private final int rows;

    private BoundColumns(@Nullable Source[] sources, int rows) {
        this.sources = sources;
        this.rows = rows;
    }

    /**
     * The rows for a table with these columns.
     *
     * @param bound in the order of the statement's columns; more than it has are ignored
     */
    static BoundColumns of(Columns columns, InsertShape shape, List<BoundValues> bound, CellReader reader) {
        @Nullable Source[] sources = new @Nullable Source[columns.size()];
        Iterator<BoundValues> next = bound.iterator();
        int rows = -1;
        for (Slot slot : shape.slots(Role.COLUMN)) {
            int index = columns.indexOf(slot.column().name());
            if (index < 0) {
                throw InsertShape.unknownColumn(slot.column().name());
            }
            Source source = source(slot, columns.get(index), next, reader);
            sources[index] = source;
            if (source.bound() != null) {
                if (rows >= 0 && rows != source.bound().rows()) {
                    throw unequalRows();
                }
                rows = source.bound().rows();
            }
        }
        return new BoundColumns(sources, rows < 0 ? 1 : rows);
    }

    private static Source source(Slot slot, Column column, Iterator<BoundValues> next, CellReader reader) {
        if (!slot.isBound()) {
            return new Source(column, null, reader.read(column, slot.value()));
        }
        if (!next.hasNext()) {
            throw unequalRows();
        }
        return new Source(column, BoundCells.of(column, next.next(), reader), null);
    }

    static SqlException unequalRows() {
        return new SqlException(0x0200, "row number in each bind param should be the same");
    }

    /**
     * Adds the rows to what is written.
     *
     * @throws SqlException if one has no timestamp, or a value is too long
     */
    void addTo(TablePart part) {
        Source timestamps = sources[0];
        if (timestamps == null || !timestamps.isComplete()) {
            throw new SqlException(0x267b, "Primary key column should not be null");
        }
        if (rows == 0) {
            return;
        }
        for (Source source : sources) {
            if (source != null && source.bound() != null && source.bound().hasNone()) {
                addEachTo(part);
                return;
            }
        }
        List<@Nullable CellArray> arrays = new ArrayList<>(sources.length);
        for (Source source : sources) {
            arrays.add(source == null ? null : source.array(rows));
        }
        part.addAll(rows, arrays);
    }

    private void addEachTo(TablePart part) {
        for (int row = 0; row < rows; row++) {
            @Nullable Object[] cells = new @Nullable Object[sources.length];
            for (int i = 0; i < cells.length; i++) {
                Source source = sources[i];
                cells[i] = source == null ? RowBatch.NONE : source.cell(row);
            }
            part.add(cells);
        }
    }

    /** @throws SqlException 0x060B if the database does not take the timestamp bound for a row */
    void requireWithin(TimestampRange range) {
        BoundCells timestamps = sources[0] == null ? null : sources[0].bound();
        if (timestamps == null) {
            return;
        }
        for (int row = 0; row < rows; row++) {
            range.check(timestamps.longAt(row));
        }
    }

    /** Where the cells of a column come from: what is bound, or a constant. */
    private record Source(
            Column column,
            @Nullable BoundCells bound,
            @Nullable Object constant) {

        @Nullable
        Object cell(int row) {
            return bound == null ? constant : bound.cell(row);
        }

        boolean isComplete() {
            return bound == null ? constant != null : bound.isComplete();
        }

        CellArray array(int rows) {
            if (bound != null) {
                return bound.array();
            }
            @Nullable Object[] cells = new @Nullable Object[rows];
            Arrays.fill(cells, constant);
            return CellArray.of(column.type(), cells);
        }
    }
}
