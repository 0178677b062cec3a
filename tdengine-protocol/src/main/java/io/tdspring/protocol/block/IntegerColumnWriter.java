// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.block;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** BOOL, the integers and TIMESTAMP. */
final class IntegerColumnWriter extends ColumnWriter {

    private final FixedCells cells;
    private final int width;
    private final long min;
    private final long max;

    IntegerColumnWriter(Column column, FixedCells cells) {
        super(column, cells);
        this.cells = cells;
        this.width = column.type().width();
        int bits = 8 * width;
        boolean unsigned = switch (column.type()) {
            case UTINYINT, USMALLINT, UINT -> true;
            default -> false;
        };
        // All 64 bits of a BIGINT UNSIGNED are taken as they are.
        this.min = unsigned ? 0 : Long.MIN_VALUE >> (64 - bits);
        this.max = unsigned ? (1L << bits) - 1 : Long.MAX_VALUE >> (64 - bits);
    }

    @Override
    public void addLong(long value) {
        if (column().type() == DataType.BOOL) {
            cells.next().put((byte) (value == 0 ? 0 : 1));
            return;
        }
        if (value < min || value > max) {
            throw outOfRange();
        }
        ByteBuffer to = cells.next();
        switch (width) {
            case 1 -> to.put((byte) value);
            case 2 -> to.putShort((short) value);
            case 4 -> to.putInt((int) value);
            default -> to.putLong(value);
        }
    }

    @Override
    void addObject(Object value) {
        DataType type = column().type();
        if (value instanceof Boolean bool && type == DataType.BOOL) {
            addLong(bool ? 1 : 0);
        } else if (type == DataType.BOOL) {
            throw unsuited("a " + value.getClass().getSimpleName());
        } else if (value instanceof BigInteger big) {
            addBigInteger(big);
        } else if (IntegralNumbers.isIntegral(value)) {
            addIntegral(((Number) value).longValue());
        } else {
            throw unsuited("a " + value.getClass().getSimpleName());
        }
    }

    private void addIntegral(long value) {
        if (value < 0 && column().type() == DataType.UBIGINT) {
            throw outOfRange();
        }
        addLong(value);
    }

    private void addBigInteger(BigInteger value) {
        boolean unsigned = column().type() == DataType.UBIGINT;
        if (unsigned ? value.signum() < 0 || value.bitLength() > 64 : value.bitLength() > 63) {
            throw outOfRange();
        }
        addLong(value.longValue());
    }
}
