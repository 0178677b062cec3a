// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a {@link Block}, by column index (from 0) or column name (case-insensitive, the first of that name).
 *
 * <p>Accessors for primitives throw {@link io.tdspring.error.TdConversionException} for NULL, those for objects return
 * null. As immutable as its block: a row of a block that is lent is of no use when the loan has ended.
 */
public final class Row {

    private final Block block;
    private final int number;

    Row(Block block, int number) {
        this.block = block;
        this.number = number;
    }

    /** The block of which this is a row. */
    public Block block() {
        return block;
    }

    /** The index of this row within its block, from 0. */
    public int number() {
        return number;
    }

    public List<Column> columns() {
        return block.columns();
    }

    /**
     * The index of the first column of this name, whatever its case.
     *
     * @throws IllegalArgumentException if there is none; the message lists the columns
     */
    public int indexOf(String name) {
        return Column.indexOf(name, columns());
    }

    public boolean isNull(int column) {
        return block.isNull(column, number);
    }

    public boolean isNull(String column) {
        return isNull(indexOf(column));
    }

    public boolean getBoolean(int column) {
        return block.booleanAt(column, number);
    }

    public boolean getBoolean(String column) {
        return getBoolean(indexOf(column));
    }

    public int getInt(int column) {
        return block.intAt(column, number);
    }

    public int getInt(String column) {
        return getInt(indexOf(column));
    }

    public long getLong(int column) {
        return block.longAt(column, number);
    }

    public long getLong(String column) {
        return getLong(indexOf(column));
    }

    public float getFloat(int column) {
        return block.floatAt(column, number);
    }

    public float getFloat(String column) {
        return getFloat(indexOf(column));
    }

    public double getDouble(int column) {
        return block.doubleAt(column, number);
    }

    public double getDouble(String column) {
        return getDouble(indexOf(column));
    }

    public @Nullable String getString(int column) {
        return block.stringAt(column, number);
    }

    public @Nullable String getString(String column) {
        return getString(indexOf(column));
    }

    public byte @Nullable [] getBytes(int column) {
        return block.bytesAt(column, number);
    }

    public byte @Nullable [] getBytes(String column) {
        return getBytes(indexOf(column));
    }

    public @Nullable BigDecimal getDecimal(int column) {
        return block.decimalAt(column, number);
    }

    public @Nullable BigDecimal getDecimal(String column) {
        return getDecimal(indexOf(column));
    }

    public @Nullable Instant getInstant(int column) {
        return block.instantAt(column, number);
    }

    public @Nullable Instant getInstant(String column) {
        return getInstant(indexOf(column));
    }

    /** The value as {@link Block#valueAt} gives it. */
    public @Nullable Object getValue(int column) {
        return block.valueAt(column, number);
    }

    /** The value as {@link Block#valueAt} gives it. */
    public @Nullable Object getValue(String column) {
        return getValue(indexOf(column));
    }
}
