// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.data.DataType;
import java.math.BigInteger;

/**
 * Values for one placeholder on their way into a frame: for each row a state, for types of no fixed width a length, and the
 * bytes. Rows are {@linkplain #reserve reserved} first and then added, one by one or from arrays in bulk.
 *
 * <p>Knows widths, not meanings: whether a value fits the column is for the caller to see. Confined to one thread.
 */
public final class WireValues {

    /** Few, since a writer has values of many tables with a row or two each. */
    private static final int INITIAL_BYTES = 32;

    private DataType type;
    private final WireBytes states;
    private final WireBytes lengths;
    private final WireBytes values;
    private int statesAt;
    private int lengthsAt;
    private int valuesAt;
    private int rows;

    /** Values in memory of their own, for {@link #copy}. */
    public WireValues(DataType type) {
        this(type, new WireBytes(INITIAL_BYTES), new WireBytes(INITIAL_BYTES), new WireBytes(INITIAL_BYTES));
    }

    /** Values in this memory, which may be the same for all three. */
    WireValues(DataType type, WireBytes states, WireBytes lengths, WireBytes values) {
        this.type = type;
        this.states = states;
        this.lengths = lengths;
        this.values = values;
    }

    /** Goes on at other places of its memory, without a row. */
    void moveTo(DataType newType, int newStatesAt, int newLengthsAt, int newValuesAt) {
        type = newType;
        statesAt = newStatesAt;
        lengthsAt = newLengthsAt;
        valuesAt = newValuesAt;
        rows = 0;
    }

    public DataType type() {
        return type;
    }

    /** How many rows have been added. */
    public int rows() {
        return rows;
    }

    /** Makes room for the states and lengths of so many rows more; only for values in memory of their own. */
    public WireValues reserve(int count) {
        states.zeros(count);
        if (type.isVariable()) {
            lengths.zeros(Math.multiplyExact(count, Integer.BYTES));
        }
        return this;
    }

    /** A row that is NULL. */
    public void addNull() {
        addNothing(BoundValues.NULL);
    }

    /** A row that keeps what the table has for its timestamp. */
    public void addUnset() {
        addNothing(BoundValues.NONE);
    }

    private void addNothing(int state) {
        states.setByte(statesAt + rows, state);
        values.zeros(type.width());
        rows++;
    }

    /** A value of an integer type, BOOL or TIMESTAMP; bits beyond the width are cut off. */
    public void addLong(long value) {
        switch (type.width()) {
            case 1 -> values.i8((int) value);
            case 2 -> values.i16((int) value);
            case 4 -> values.i32((int) value);
            case 8 -> values.i64(value);
            default -> throw mismatch("an integer");
        }
        rows++;
    }

    public void addFloat(float value) {
        addLong(Float.floatToRawIntBits(value));
    }

    public void addDouble(double value) {
        addLong(Double.doubleToRawLongBits(value));
    }

    /** The unscaled value of a DECIMAL of either width; bits beyond it are cut off. */
    public void addUnscaled(BigInteger value) {
        if (!type.isDecimal()) {
            throw mismatch("DECIMAL");
        }
        values.i64(value.longValue());
        if (type.width() > Long.BYTES) {
            values.i64(value.shiftRight(Long.SIZE).longValue());
        }
        rows++;
    }

    /**
     * Text in UTF-8, for a type of no fixed width.
     *
     * @return how many bytes it has
     * @throws IllegalArgumentException if it holds half of a surrogate pair, which UTF-8 cannot encode; nothing is added
     */
    public int addText(String text) {
        requireVariable();
        return addLength(values.text(text));
    }

    /** Bytes, for a type of no fixed width. */
    public void addBytes(byte[] bytes) {
        requireVariable();
        values.bytes(bytes, 0, bytes.length);
        addLength(bytes.length);
    }

    private int addLength(int length) {
        lengths.setInt(lengthsAt + rows * Integer.BYTES, length);
        rows++;
        return length;
    }

    /** Values of 64 bits from an array. */
    public void addLongs(long[] array, int from, int count) {
        requireWidth(Long.BYTES);
        values.longs(array, from, count);
        rows += count;
    }

    /** Values of 32 bits from an array. */
    public void addInts(int[] array, int from, int count) {
        requireWidth(Integer.BYTES);
        values.ints(array, from, count);
        rows += count;
    }

    /** Values of 16 bits from an array. */
    public void addShorts(short[] array, int from, int count) {
        requireWidth(Short.BYTES);
        values.shorts(array, from, count);
        rows += count;
    }

    /** Values of 8 bits from an array. */
    public void addTinyInts(byte[] array, int from, int count) {
        requireWidth(Byte.BYTES);
        values.bytes(array, from, count);
        rows += count;
    }

    public void addFloats(float[] array, int from, int count) {
        requireWidth(Float.BYTES);
        values.floats(array, from, count);
        rows += count;
    }

    public void addDoubles(double[] array, int from, int count) {
        requireWidth(Double.BYTES);
        values.doubles(array, from, count);
        rows += count;
    }

    public void addBooleans(boolean[] array, int from, int count) {
        requireWidth(Byte.BYTES);
        values.booleans(array, from, count);
        rows += count;
    }

    /** Makes a row of a type of fixed width NULL after all, and its bytes zero. */
    public void setNull(int row) {
        states.setByte(statesAt + row, BoundValues.NULL);
        values.clear(valuesAt + row * type.width(), type.width());
    }

    /** Takes the last row back, of values in memory of their own; it is no longer reserved. */
    public void removeLast() {
        rows--;
        int bytes = type.width();
        if (type.isVariable()) {
            bytes = lengths.intAt(rows * Integer.BYTES);
            lengths.truncate(rows * Integer.BYTES);
        }
        states.truncate(rows);
        values.truncate(values.size() - bytes);
    }

    /** Adds all rows of other values, which have memory of their own; as many are reserved here. */
    public void copy(WireValues source) {
        if (source.type != type) {
            throw mismatch(source.type.toString());
        }
        states.set(statesAt + rows, source.states, source.rows);
        if (type.isVariable()) {
            lengths.set(lengthsAt + rows * Integer.BYTES, source.lengths, source.rows * Integer.BYTES);
        }
        values.bytesOf(source.values);
        rows += source.rows;
    }

    /** Moves the last row to the end of others; both have memory of their own. */
    public void moveLastTo(WireValues target) {
        target.reserve(1);
        int at = target.rows++;
        target.states.setByte(at, states.byteAt(rows - 1));
        int bytes = type.width();
        if (type.isVariable()) {
            bytes = lengths.intAt((rows - 1) * Integer.BYTES);
            target.lengths.setInt(at * Integer.BYTES, bytes);
        }
        target.values.lastBytesOf(values, bytes);
        removeLast();
    }

    /** Forgets all rows and takes one of another type. */
    public void retype(DataType newType) {
        truncate(0);
        type = newType;
        WireValues unused = reserve(1);
    }

    /** Adds the last row again, in memory of its own, so many times. */
    void repeatLast(int times) {
        int bytes = type.width();
        if (type.isVariable()) {
            bytes = lengths.intAt((rows - 1) * Integer.BYTES);
            lengths.repeat(Integer.BYTES, times);
        }
        states.repeat(1, times);
        values.repeat(bytes, times);
        rows += times;
    }

    /** Forgets the rows from this one on, of values in memory of their own. */
    public void truncate(int newRows) {
        while (type.isVariable() && rows > newRows) {
            removeLast();
        }
        rows = Math.min(rows, newRows);
        states.truncate(rows);
        lengths.truncate(type.isVariable() ? rows * Integer.BYTES : 0);
        values.truncate(type.isVariable() ? values.size() : rows * type.width());
    }

    /** Bytes in memory of its own: states, lengths and values. */
    public int bytes() {
        return states.size() + lengths.size() + values.size();
    }

    WireBytes states() {
        return states;
    }

    WireBytes lengths() {
        return lengths;
    }

    WireBytes values() {
        return values;
    }

    private void requireWidth(int width) {
        if (type.width() != width) {
            throw mismatch("values of " + width + " bytes");
        }
    }

    private void requireVariable() {
        if (!type.isVariable()) {
            throw mismatch("values of no fixed width");
        }
    }

    private IllegalArgumentException mismatch(String what) {
        return new IllegalArgumentException("type " + type + " does not take " + what);
    }
}
