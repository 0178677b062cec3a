// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Columns;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.RowBatch;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.value.CellReader;
import io.tdspring.embedded.value.Complaint;
import io.tdspring.embedded.value.ValueContext;
import io.tdspring.embedded.write.TablePart;
import io.tdspring.embedded.write.TimestampRange;
import io.tdspring.protocol.stmt.BoundTable;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.StatementField.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows bound to an INSERT since it ran last. For one thread at a time. */
final class BoundRows {

    private final Map<TableName, TablePart> parts = new LinkedHashMap<>();
    /** What is found with the binding, and answered when the statement runs. */
    private @Nullable SqlException failure;

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Writes the rows, table by table; returns how many, those with the same timestamp counted once. */
    long write(Instant now) {
        if (failure != null) {
            throw failure;
        }
        long written = 0;
        for (TablePart part : parts.values()) {
            written += part.write(now);
        }
        return written;
    }

    /** Adds the rows of a table. */
    void add(Scope scope, InsertShape shape, BoundName name, BoundTable bound) {
        TableName table = shape.table() == null ? name.require() : new TableName(null, shape.table());
        if (table.database() != null && scope.database(table.database()) != shape.database()) {
            throw Scope.noTable();
        }
        Database database = shape.database();
        ValueContext context = new ValueContext(database.precision(), scope.zone(), scope.now(), Complaint.ABOUT_TAGS);
        CellReader reader = new CellReader(context);
        TablePart part = part(shape, table.name(), bound.tags(), reader);
        BoundColumns columns = BoundColumns.of(Columns.of(part.columns()), shape, bound.columns(), reader);
        columns.addTo(part);
        check(columns, TimestampRange.of(database, scope.now()));
    }

    private TablePart part(InsertShape shape, String name, List<BoundValues> tags, CellReader reader) {
        Database database = shape.database();
        TableName key = new TableName(database.name(), name);
        TablePart known = parts.get(key);
        if (known != null) {
            return known;
        }
        Table table = database.findTable(name);
        SuperTable superTable = shape.superTable();
        TablePart part;
        if (table != null) {
            part = TablePart.of(table, table.columns());
        } else if (superTable != null) {
            part = TablePart.ofNew(name, superTable, tags(shape, superTable, tags, reader), superTable.columns());
        } else {
            throw Scope.noTable();
        }
        if (superTable != null && part.superTable() != superTable) {
            throw new SqlException(0x061d, "Table already exists in other stables");
        }
        parts.put(key, part);
        return part;
    }

    private List<@Nullable Object> tags(
            InsertShape shape, SuperTable superTable, List<BoundValues> bound, CellReader reader) {
        Columns tags = superTable.tags();
        @Nullable Object[] cells = new @Nullable Object[tags.size()];
        int next = 0;
        for (Slot slot : shape.slots(Role.TAG)) {
            int index = tags.indexOf(slot.column().name());
            if (index < 0) {
                throw InsertShape.unknownColumn(slot.column().name());
            }
            if (!slot.isBound()) {
                cells[index] = reader.read(tags.get(index), slot.value());
            } else if (next < bound.size()) {
                cells[index] = tag(tags.get(index), bound.get(next++), reader);
            }
        }
        return Arrays.asList(cells);
    }

    private @Nullable Object tag(Column column, BoundValues bound, CellReader reader) {
        if (bound.typeCode() != column.type().code()) {
            // A real server writes the bytes as they are; the binding succeeds there, too.
            failure = BoundCells.wrongType();
            return null;
        }
        Object cell =
                bound.rows() == 0 ? null : BoundCells.of(column, bound, reader).cell(0);
        if (cell == RowBatch.NONE) {
            return null;
        }
        return cell == null && column.type() == DataType.JSON ? "null" : cell;
    }

    private void check(BoundColumns columns, TimestampRange range) {
        try {
            columns.requireWithin(range);
        } catch (SqlException e) {
            failure = e;
        }
    }
}
