// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.error.TdengineStatementException;
import io.tdspring.protocol.stmt.WireValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The placeholders of a {@link TdStatement}, which says how they are counted and checked: here their values are set, one by
 * one for a row, or from an array or list for a whole column. Of an INSERT whose table name is a placeholder the columns may
 * be unknown until the first name is set. Confined to one thread at a time.
 */
public abstract sealed class Placeholders permits TdStatement {

    private final Statements statements;
    private final Prepared prepared;
    private final boolean isInsert;
    private @Nullable Binding binding;

    Placeholders(Prepared prepared, Statements statements) {
        this.statements = statements;
        this.prepared = prepared;
        this.isInsert = prepared.statement().isInsert();
        this.binding = isInsert && prepared.fields().isEmpty() ? null : Binding.of(prepared, prepared.fields());
    }

    abstract TdStatement self();

    /** @throws IllegalStateException if the statement is closed */
    abstract void requireOpen();

    /** Whether this inserts rows; else it is a query, and its placeholders are parameters. */
    public final boolean isInsert() {
        return isInsert;
    }

    /** Sets NULL. */
    public final TdStatement setNull(int index) {
        Slot slot = slot(index);
        slot.binder().addNull(room(slot));
        return self();
    }

    /** Has the row keep what the table has in this column for its timestamp, which is not the same as NULL. */
    public final TdStatement setUnset(int index) {
        Slot slot = slot(index);
        if (slot.isTag() || !isInsert) {
            throw slot.binder().mismatch("unset");
        }
        room(slot).addUnset();
        return self();
    }

    public final TdStatement setBoolean(int index, boolean value) {
        Slot slot = slot(index);
        slot.binder().addBoolean(room(slot), value);
        return self();
    }

    /** Sets an integer of any type, or a timestamp in the column's unit. */
    public final TdStatement setLong(int index, long value) {
        Slot slot = slot(index);
        slot.binder().addLong(room(slot), value);
        return self();
    }

    public final TdStatement setFloat(int index, float value) {
        Slot slot = slot(index);
        slot.binder().addFloat(room(slot), value);
        return self();
    }

    public final TdStatement setDouble(int index, double value) {
        Slot slot = slot(index);
        slot.binder().addDouble(room(slot), value);
        return self();
    }

    public final TdStatement setDecimal(int index, BigDecimal value) {
        Slot slot = slot(index);
        slot.binder().addDecimal(room(slot), value);
        return self();
    }

    /** Sets an integer, for BIGINT UNSIGNED up to 2⁶⁴ − 1. */
    public final TdStatement setInteger(int index, BigInteger value) {
        Slot slot = slot(index);
        slot.binder().addInteger(room(slot), value);
        return self();
    }

    /** Sets a VARCHAR, an NCHAR, a JSON tag, or the table name, which may have its database before a point. */
    public final TdStatement setString(int index, String value) {
        if (isTableName(index)) {
            binding(value).batch().name(value);
            return self();
        }
        Slot slot = slot(index);
        slot.binder().addText(room(slot), value);
        return self();
    }

    /** Sets a VARBINARY, a BLOB, a GEOMETRY as well-known binary, or the bytes of a VARCHAR. */
    public final TdStatement setBytes(int index, byte[] value) {
        Slot slot = slot(index);
        slot.binder().addBytes(room(slot), value);
        return self();
    }

    public final TdStatement setInstant(int index, Instant value) {
        Slot slot = slot(index);
        slot.binder().addInstant(room(slot), value);
        return self();
    }

    /** Sets a value of any of the kinds of the other methods, null for NULL; a number by its box. */
    public final TdStatement setObject(int index, @Nullable Object value) {
        if (value instanceof String text) {
            return setString(index, text);
        }
        Slot slot = slot(index);
        slot.binder().addObject(room(slot), value);
        return self();
    }

    /** Sets a column of an integer type or of timestamps in the column's unit. The array is read by {@link TdStatement#addRows()}. */
    public final TdStatement setLongs(int index, long[] values, NullMarks nulls) {
        return column(index, ColumnSource.of(values.length, nulls, (to, out, rows) -> to.addLongs(out, values, rows)));
    }

    /** As {@link #setLongs(int, long[], NullMarks)}, without NULLs. */
    public final TdStatement setLongs(int index, long[] values) {
        return setLongs(index, values, NullMarks.none());
    }

    /** As {@link #setLongs(int, long[], NullMarks)}, of an integer type. */
    public final TdStatement setInts(int index, int[] values, NullMarks nulls) {
        return column(index, ColumnSource.of(values.length, nulls, (to, out, rows) -> to.addInts(out, values, rows)));
    }

    /** As {@link #setInts(int, int[], NullMarks)}, without NULLs. */
    public final TdStatement setInts(int index, int[] values) {
        return setInts(index, values, NullMarks.none());
    }

    /** As {@link #setLongs(int, long[], NullMarks)}, of an integer type. */
    public final TdStatement setShorts(int index, short[] values, NullMarks nulls) {
        return column(index, ColumnSource.of(values.length, nulls, (to, out, rows) -> to.addShorts(out, values, rows)));
    }

    /** As {@link #setLongs(int, long[], NullMarks)}, of an integer type, from numbers of 8 bits. */
    public final TdStatement setTinyInts(int index, byte[] values, NullMarks nulls) {
        return column(
                index, ColumnSource.of(values.length, nulls, (to, out, rows) -> to.addTinyInts(out, values, rows)));
    }

    /** As {@link #setLongs(int, long[], NullMarks)}, of FLOAT or DOUBLE. */
    public final TdStatement setFloats(int index, float[] values, NullMarks nulls) {
        return column(index, ColumnSource.of(values.length, nulls, (to, out, rows) -> to.addFloats(out, values, rows)));
    }

    /** As {@link #setFloats(int, float[], NullMarks)}, without NULLs. */
    public final TdStatement setFloats(int index, float[] values) {
        return setFloats(index, values, NullMarks.none());
    }

    /** As {@link #setLongs(int, long[], NullMarks)}, of DOUBLE. */
    public final TdStatement setDoubles(int index, double[] values, NullMarks nulls) {
        return column(
                index, ColumnSource.of(values.length, nulls, (to, out, rows) -> to.addDoubles(out, values, rows)));
    }

    /** As {@link #setDoubles(int, double[], NullMarks)}, without NULLs. */
    public final TdStatement setDoubles(int index, double[] values) {
        return setDoubles(index, values, NullMarks.none());
    }

    /** As {@link #setLongs(int, long[], NullMarks)}, of BOOL. */
    public final TdStatement setBooleans(int index, boolean[] values, NullMarks nulls) {
        return column(
                index, ColumnSource.of(values.length, nulls, (to, out, rows) -> to.addBooleans(out, values, rows)));
    }

    /** Sets a column of any type, each value as {@link #setObject} takes it. The list is read by {@link TdStatement#addRows()}. */
    public final TdStatement setList(int index, List<? extends @Nullable Object> values) {
        return column(index, ColumnSource.of(values, binding().position()));
    }

    private TdStatement column(int index, ColumnSource source) {
        Slot slot = slot(index);
        if (slot.isTag() || !isInsert) {
            throw slot.binder().mismatch("column");
        }
        slot.source(source);
        return self();
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
        requireOpen();
        if (binding == null) {
            binding = Binding.of(prepared, statements.fields(prepared, table));
        }
        return binding;
    }

    final Binding binding() {
        requireOpen();
        if (binding == null) {
            throw new TdengineStatementException(
                    "set the table name first: the columns of the statement are those of its first table", null);
        }
        return binding;
    }

    /** What is bound so far; null before the columns are known. */
    final @Nullable Binding knownBinding() {
        return binding;
    }
}
