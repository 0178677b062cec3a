// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.block;

import io.tdspring.data.Column;
import io.tdspring.error.TdConversionException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Appends cells to one column of a {@link BlockWriter}.
 *
 * <p>A method whose kind of value the column's type does not take, or whose value does not fit it, throws {@link
 * TdConversionException} and adds nothing. The methods for primitives box nothing. Declared lengths of text and bytes
 * are not enforced, only what a cell can hold at all. Confined to one thread.
 */
public abstract sealed class ColumnWriter
        permits IntegerColumnWriter, FloatColumnWriter, DecimalColumnWriter, BytesColumnWriter {

    private final Column column;
    private final Cells cells;

    ColumnWriter(Column column, Cells cells) {
        this.column = column;
        this.cells = cells;
    }

    static ColumnWriter of(Column column) {
        return switch (column.type()) {
            case NULL ->
                throw new IllegalArgumentException(
                        "column " + column.name() + " cannot be of type NULL; a result's NULL literal is a VARCHAR");
            case FLOAT, DOUBLE ->
                new FloatColumnWriter(column, new FixedCells(column.type().width()));
            case DECIMAL, DECIMAL64 ->
                new DecimalColumnWriter(column, new FixedCells(column.type().width()));
            case VARCHAR, NCHAR, JSON, VARBINARY, GEOMETRY, BLOB ->
                new BytesColumnWriter(column, new VariableCells(column));
            default ->
                new IntegerColumnWriter(column, new FixedCells(column.type().width()));
        };
    }

    public final Column column() {
        return column;
    }

    /** Cells added so far. */
    public final int rows() {
        return cells.rows();
    }

    final Cells cells() {
        return cells;
    }

    public final void addNull() {
        cells.addNull();
    }

    /**
     * An integer of any width, a TIMESTAMP in the block's precision, or a BOOL, which is true unless 0; the 64 bits as
     * they are of a BIGINT UNSIGNED, and of the unscaled value of a DECIMAL of up to 18 digits.
     */
    public void addLong(long value) {
        throw unsuited("an integer");
    }

    /** A DOUBLE, or a FLOAT after rounding it; NaN and the infinities are values like others. */
    public void addDouble(double value) {
        throw unsuited("a floating point number");
    }

    /** A FLOAT or a DOUBLE. */
    public void addFloat(float value) {
        throw unsuited("a floating point number");
    }

    /** A VARBINARY, GEOMETRY (as WKB) or BLOB, or the UTF-8 of a VARCHAR or JSON; copied. */
    public void addBytes(byte[] value) {
        throw unsuited("bytes");
    }

    /** A VARCHAR, NCHAR or JSON. */
    public void addText(String value) {
        throw unsuited("text");
    }

    /** A DECIMAL, brought to the column's scale if that loses no digit. */
    public void addDecimal(BigDecimal value) {
        throw unsuited("a decimal number");
    }

    /**
     * A value as an object; null is NULL.
     *
     * <p>BOOL takes Boolean; integers and TIMESTAMP take Byte to Long and BigInteger; FLOAT and DOUBLE any Number;
     * DECIMAL BigDecimal, BigInteger and Byte to Long; VARCHAR and JSON String and byte[]; NCHAR String; VARBINARY,
     * GEOMETRY and BLOB byte[].
     */
    public final void add(@Nullable Object value) {
        if (value == null) {
            addNull();
        } else {
            addObject(value);
        }
    }

    abstract void addObject(Object value);

    final TdConversionException unsuited(String kind) {
        return new TdConversionException(
                "column " + column.name() + " of type " + column.type().typeName() + " does not take " + kind);
    }

    final TdConversionException outOfRange() {
        return new TdConversionException("a value of column " + column.name() + " exceeds "
                + column.type().typeName());
    }
}
