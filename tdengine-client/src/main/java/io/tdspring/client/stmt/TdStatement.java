// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Result;
import io.tdspring.error.TdengineStatementException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.stmt.BindFrame;
import io.tdspring.protocol.stmt.WireValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement. Every {@code ?} of its text has an index, from 0 in the order of the text, also those of a table name
 * and of tags:
 *
 * <pre>{@code
 * insert into meters_7 values (?, ?)                          columns
 * insert into ? using meters tags (?) values (?, ?)           table name, tag, columns
 * insert into meters (tbname, location, ts, v) values (?, ?, ?, ?)
 * insert into ? values (?, ?)                                 table name, columns; the table exists
 * select * from meters where ts > ? and v < ?                 parameters
 * }</pre>
 *
 * <p>Rows are bound one by one, every column set and then {@link #addRow}; or as columns, every column set from an array or
 * list and then {@link #addRows()}. Table name and tags stay for the rows that follow, until the table changes; TDengine
 * heeds tags only when it makes the table. {@link #execute} sends all rows bound since the last one, and nothing stays bound
 * afterwards, whether it succeeds or not.
 *
 * <pre>{@code
 * try (TdStatement insert = client.prepare("insert into ? using meters tags (?) values (?, ?)")) {
 *     insert.setString(0, "meter_7").setString(1, "Berlin").setLongs(2, times).setFloats(3, values).addRows();
 *     insert.setString(0, "meter_8").setString(1, "Bonn").setInstant(2, now).setFloat(3, 1.5f).addRow();
 *     insert.execute();
 * }
 * }</pre>
 *
 * <p>Values are checked against the server's types before anything is sent: a value that a column cannot hold exactly is a
 * {@link TdengineStatementException} that names table, column and row, the row counted from 0 since the last execution. It is
 * not bound, and what was bound before stays; if {@link #addRows()} refuses a value, nothing stays bound. An integer may
 * go to a wider or narrower integer type that has room for it, a {@code float} to DOUBLE; there is no other conversion. An
 * {@link Instant} with a fraction of the column's unit is refused: truncate it first. The length of a BLOB and of JSON is the server's to
 * check.
 *
 * <p>A statement that was prepared in one database stays there. If the server asks for a retry, or the super table has been
 * dropped and made again, the statement is prepared anew and the execution repeated. Confined to one thread at a time.
 */
public final class TdStatement implements AutoCloseable {

    private final Statements statements;
    private final Prepared prepared;
    private final Lanes lanes;
    private final boolean isInsert;
    private @Nullable Binding binding;
    private @Nullable Result open;
    private volatile boolean hasFailed;
    private boolean isClosed;

    TdStatement(String sql, Prepared prepared, Statements statements) {
        this.statements = statements;
        this.prepared = prepared;
        this.isInsert = prepared.statement().isInsert();
        this.lanes = new Lanes(sql, statements, prepared);
        this.binding = isInsert && prepared.fields().isEmpty() ? null : Binding.of(prepared, prepared.fields());
    }

    /** Whether this inserts rows; else it is a query, and its placeholders are parameters. */
    public boolean isInsert() {
        return isInsert;
    }

    /** Sets NULL. */
    public TdStatement setNull(int index) {
        Slot slot = slot(index);
        slot.binder().addNull(room(slot));
        return this;
    }

    /** Has the row keep what the table has in this column for its timestamp, which is not the same as NULL. */
    public TdStatement setUnset(int index) {
        Slot slot = slot(index);
        if (slot.isTag() || !isInsert) {
            throw slot.binder().mismatch("unset");
        }
        room(slot).addUnset();
        return this;
    }

    public TdStatement setBoolean(int index, boolean value) {
        Slot slot = slot(index);
        slot.binder().addBoolean(room(slot), value);
        return this;
    }

    /** Sets an integer of any type, or a timestamp in the column's unit. */
    public TdStatement setLong(int index, long value) {
        Slot slot = slot(index);
        slot.binder().addLong(room(slot), value);
        return this;
    }

    public TdStatement setFloat(int index, float value) {
        Slot slot = slot(index);
        slot.binder().addFloat(room(slot), value);
        return this;
    }

    public TdStatement setDouble(int index, double value) {
        Slot slot = slot(index);
        slot.binder().addDouble(room(slot), value);
        return this;
    }

    public TdStatement setDecimal(int index, BigDecimal value) {
        Slot slot = slot(index);
        slot.binder().addDecimal(room(slot), value);
        return this;
    }

    /** Sets an integer, for BIGINT UNSIGNED up to 2⁶⁴ − 1. */
    public TdStatement setInteger(int index, BigInteger value) {
        Slot slot = slot(index);
        slot.binder().addInteger(room(slot), value);
        return this;
    }

    /** Sets a VARCHAR, an NCHAR, a JSON tag, or the table name, which may have its database before a point. */
    public TdStatement setString(int index, String value) {
        if (isTableName(index)) {
            binding(value).batch().name(value);
            return this;
        }
        Slot slot = slot(index);
        slot.binder().addText(room(slot), value);
        return this;
    }

    /** Sets a VARBINARY, a BLOB, a GEOMETRY as well-known binary, or the bytes of a VARCHAR. */
    public TdStatement setBytes(int index, byte[] value) {
        Slot slot = slot(index);
        slot.binder().addBytes(room(slot), value);
        return this;
    }

    public TdStatement setInstant(int index, Instant value) {
        Slot slot = slot(index);
        slot.binder().addInstant(room(slot), value);
        return this;
    }

    /** Sets a value of any of the kinds of the other methods, null for NULL; a number by its box. */
    public TdStatement setObject(int index, @Nullable Object value) {
        if (value instanceof String text) {
            return setString(index, text);
        }
        Slot slot = slot(index);
        slot.binder().addObject(room(slot), value);
        return this;
    }

    /** Sets a column of an integer type or of timestamps in the column's unit. The array is read by {@link #addRows()}. */
    public TdStatement setLongs(int index, long[] values, NullMarks nulls) {
        return column(index, ColumnSource.of(values.length, nulls, (to, out, rows) -> to.addLongs(out, values, rows)));
    }

    /** As {@link #setLongs(int, long[], NullMarks)}, without NULLs. */
    public TdStatement setLongs(int index, long[] values) {
        return setLongs(index, values, NullMarks.none());
    }

    /** As {@link #setLongs(int, long[], NullMarks)}, of an integer type. */
    public TdStatement setInts(int index, int[] values, NullMarks nulls) {
        return column(index, ColumnSource.of(values.length, nulls, (to, out, rows) -> to.addInts(out, values, rows)));
    }

    /** As {@link #setInts(int, int[], NullMarks)}, without NULLs. */
    public TdStatement setInts(int index, int[] values) {
        return setInts(index, values, NullMarks.none());
    }

    /** As {@link #setLongs(int, long[], NullMarks)}, of an integer type. */
    public TdStatement setShorts(int index, short[] values, NullMarks nulls) {
        return column(index, ColumnSource.of(values.length, nulls, (to, out, rows) -> to.addShorts(out, values, rows)));
    }

    /** As {@link #setLongs(int, long[], NullMarks)}, of an integer type, from numbers of 8 bits. */
    public TdStatement setTinyInts(int index, byte[] values, NullMarks nulls) {
        return column(
                index, ColumnSource.of(values.length, nulls, (to, out, rows) -> to.addTinyInts(out, values, rows)));
    }

    /** As {@link #setLongs(int, long[], NullMarks)}, of FLOAT or DOUBLE. */
    public TdStatement setFloats(int index, float[] values, NullMarks nulls) {
        return column(index, ColumnSource.of(values.length, nulls, (to, out, rows) -> to.addFloats(out, values, rows)));
    }

    /** As {@link #setFloats(int, float[], NullMarks)}, without NULLs. */
    public TdStatement setFloats(int index, float[] values) {
        return setFloats(index, values, NullMarks.none());
    }

    /** As {@link #setLongs(int, long[], NullMarks)}, of DOUBLE. */
    public TdStatement setDoubles(int index, double[] values, NullMarks nulls) {
        return column(
                index, ColumnSource.of(values.length, nulls, (to, out, rows) -> to.addDoubles(out, values, rows)));
    }

    /** As {@link #setDoubles(int, double[], NullMarks)}, without NULLs. */
    public TdStatement setDoubles(int index, double[] values) {
        return setDoubles(index, values, NullMarks.none());
    }

    /** As {@link #setLongs(int, long[], NullMarks)}, of BOOL. */
    public TdStatement setBooleans(int index, boolean[] values, NullMarks nulls) {
        return column(
                index, ColumnSource.of(values.length, nulls, (to, out, rows) -> to.addBooleans(out, values, rows)));
    }

    /** Sets a column of any type, each value as {@link #setObject} takes it. The list is read by {@link #addRows()}. */
    public TdStatement setList(int index, List<? extends @Nullable Object> values) {
        return column(index, ColumnSource.of(values, binding().position()));
    }

    private TdStatement column(int index, ColumnSource source) {
        Slot slot = slot(index);
        if (slot.isTag() || !isInsert) {
            throw slot.binder().mismatch("column");
        }
        slot.source(source);
        return this;
    }

    /** Ends a row of which every column has been set. */
    public TdStatement addRow() {
        requireInsert();
        binding().batch().addRow();
        return this;
    }

    /** Binds the rows of the columns that have been set, which must be of the same length. */
    public TdStatement addRows() {
        requireInsert();
        Batch batch = binding().batch();
        batch.addRows(batch.rowsOfColumns());
        return this;
    }

    /** Binds the first rows of the columns that have been set, which must have as many. */
    public TdStatement addRows(int count) {
        requireInsert();
        binding().batch().addRows(count);
        return this;
    }

    /** Rows that are bound and not yet executed. */
    public long boundRows() {
        return binding == null ? 0 : binding.batch().rows();
    }

    /** Forgets all that is bound. */
    public TdStatement clear() {
        if (binding != null) {
            binding.batch().clear();
        }
        return this;
    }

    /**
     * Inserts the rows that are bound.
     *
     * @return the rows written
     * @throws TdengineStatementException if the server refuses them; of several frames some may have been written
     */
    public long execute() {
        Deadline deadline = statements.deadline();
        try {
            return deadline.await(run(deadline), "an execution");
        } catch (TimeoutException e) {
            throw new TdengineTimeoutException(0, "not executed within " + deadline, 0, null);
        }
    }

    /**
     * Inserts the rows that are bound, without waiting for the server; more can be bound at once. At most two executions are
     * under way: a third waits here until one of them is over.
     *
     * @return the rows written; completed on a thread of the client's, by its deadline at the latest
     */
    public CompletableFuture<Long> executeAsync() {
        // Who goes on from here must not hold up the thread that reads the socket.
        return run(statements.deadline()).thenApplyAsync(rows -> rows, statements.threads());
    }

    private CompletableFuture<Long> run(Deadline deadline) {
        requireInsert();
        Binding bound = binding();
        CompletableFuture<Long> total = CompletableFuture.completedFuture(0L);
        for (BindFrame frame : bound.batch().take()) {
            CompletableFuture<Long> rows = lanes.execute(frame, deadline).whenComplete((count, failure) -> {
                if (failure != null) {
                    hasFailed = true;
                }
                bound.frames().giveBack(frame);
            });
            total = total.thenCombine(rows, Long::sum);
        }
        return total;
    }

    /** Runs the query with the parameters that are set; close its result. The result before is closed. */
    public Result query() {
        if (isInsert) {
            throw new TdengineStatementException("this is an INSERT, not a query", null);
        }
        closeResult();
        Batch batch = binding().batch();
        batch.addRow();
        BindFrame parameters = batch.take().get(0);
        try {
            Result result = lanes.query(parameters);
            open = result;
            return result;
        } finally {
            binding().frames().giveBack(parameters);
        }
    }

    private void closeResult() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private WireValues room(Slot slot) {
        return binding().batch().room(slot);
    }

    private Slot slot(int index) {
        Slot slot = binding().batch().slot(index);
        if (slot == null) {
            throw new TdengineStatementException("placeholder " + index + " is the table name: set a String", null);
        }
        return slot;
    }

    private boolean isTableName(int index) {
        return binding == null ? index == 0 : binding.batch().slot(index) == null;
    }

    /** The binding for a table, whose columns may have to be looked up. */
    private Binding binding(String table) {
        if (binding == null) {
            binding = Binding.of(prepared, statements.fields(prepared, table));
        }
        return binding;
    }

    private Binding binding() {
        if (isClosed) {
            throw new IllegalStateException("the statement is closed");
        }
        if (binding == null) {
            throw new TdengineStatementException(
                    "set the table name first: the columns of the statement are those of its first table", null);
        }
        return binding;
    }

    private void requireInsert() {
        if (!isInsert) {
            throw new TdengineStatementException("this is a query, not an INSERT", null);
        }
    }

    /** Closes the result of a query. Executions under way go on. Idempotent. */
    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            closeResult();
            // What the server said about the columns may be out of date if a value was refused.
            boolean isDoubtful =
                    hasFailed || (binding != null && binding.position().hasRefused());
            lanes.release(!isDoubtful);
        }
    }
}
