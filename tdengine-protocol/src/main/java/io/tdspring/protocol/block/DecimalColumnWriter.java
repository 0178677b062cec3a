// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.block;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.error.TdConversionException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** DECIMAL of either width: the unscaled value in two's complement, little-endian. */
final class DecimalColumnWriter extends ColumnWriter {

    private static final int MAX_DIGITS_OF_64 = 18;
    private static final int MAX_DIGITS = 38;

    private final FixedCells cells;
    private final int scale;
    private final int precision;

    DecimalColumnWriter(Column column, FixedCells cells) {
        super(column, cells);
        this.cells = cells;
        this.scale = column.scale();
        int widest = column.type() == DataType.DECIMAL64 ? MAX_DIGITS_OF_64 : MAX_DIGITS;
        if (column.precision() > widest || scale < 0 || scale > widest) {
            throw new IllegalArgumentException("column " + column.name() + " has " + column.precision()
                    + " digits and scale " + scale + ", too many for its type");
        }
        this.precision = column.precision() == 0 ? widest : column.precision();
    }

    @Override
    public void addLong(long value) {
        if (column().type() != DataType.DECIMAL64) {
            throw unsuited("64 bits");
        }
        cells.next().putLong(value);
    }

    @Override
    public void addDecimal(BigDecimal value) {
        BigInteger unscaled = unscaled(value);
        if (column().type() == DataType.DECIMAL64) {
            cells.next().putLong(unscaled.longValue());
        } else {
            cells.next()
                    .putLong(unscaled.longValue())
                    .putLong(unscaled.shiftRight(64).longValue());
        }
    }

    private BigInteger unscaled(BigDecimal value) {
        if (value.signum() == 0) {
            return BigInteger.ZERO;
        }
        // Before rescaling, which would take memory for all the zeros of 1E+1000000000.
        if ((long) value.precision() - value.scale() > precision - scale) {
            throw new TdConversionException("a value of column " + column().name() + " has more digits than "
                    + column().type().typeName() + "(" + precision + "," + scale + ")");
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > scale) {
            throw new TdConversionException(
                    "a value of column " + column().name() + " has more than " + scale + " digits behind the point");
        }
        return stripped.setScale(scale).unscaledValue();
    }

    @Override
    void addObject(Object value) {
        if (value instanceof BigDecimal decimal) {
            addDecimal(decimal);
        } else if (value instanceof BigInteger integer) {
            addDecimal(new BigDecimal(integer));
        } else if (IntegralNumbers.isIntegral(value)) {
            addDecimal(BigDecimal.valueOf(((Number) value).longValue()));
        } else {
            throw unsuited("a " + value.getClass().getSimpleName());
        }
    }
}
