// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.WireValues;
import java.math.BigInteger;

/**
 * The integer types. A number beyond the range of the column's is refused.
 *
 * @param least the smallest number
 * @param most the largest number, as far as a {@code long} goes
 */
record IntegerBinder(BoundColumn column, long least, long most) implements Binder {

    static IntegerBinder of(BoundColumn column) {
        int bits = column.type().width() * Byte.SIZE;
        boolean isSigned = switch (column.type()) {
            case TINYINT, SMALLINT, INT, BIGINT -> true;
            default -> false;
        };
        return isSigned
                ? new IntegerBinder(column, -1L << (bits - 1), ~(-1L << (bits - 1)))
                : new IntegerBinder(column, 0, bits == Long.SIZE ? Long.MAX_VALUE : (1L << bits) - 1);
    }

    @Override
    public DataType type() {
        return column.type();
    }

    @Override
    public RuntimeException mismatch(String kind) {
        return column.mismatch(kind);
    }

    @Override
    public void addLong(WireValues out, long value) {
        if (value < least || value > most) {
            throw outOfRange(0);
        }
        out.addLong(value);
    }

    @Override
    public void addInteger(WireValues out, BigInteger value) {
        boolean fitsBits = type() == DataType.UBIGINT && value.signum() >= 0 && value.bitLength() <= Long.SIZE;
        if (!fitsBits && value.bitLength() >= Long.SIZE) {
            throw outOfRange(0);
        }
        if (fitsBits) {
            out.addLong(value.longValue());
        } else {
            addLong(out, value.longValue());
        }
    }

    @Override
    public void addLongs(WireValues out, long[] values, Rows rows) {
        if (type() == DataType.BIGINT) {
            out.addLongs(values, rows.from(), rows.count());
            rows.markNulls(out);
            return;
        }
        for (int row = rows.from(); row < rows.end(); row++) {
            add(out, values[row], row, rows);
        }
    }

    @Override
    public void addInts(WireValues out, int[] values, Rows rows) {
        if (type() == DataType.INT) {
            out.addInts(values, rows.from(), rows.count());
            rows.markNulls(out);
            return;
        }
        for (int row = rows.from(); row < rows.end(); row++) {
            add(out, values[row], row, rows);
        }
    }

    @Override
    public void addShorts(WireValues out, short[] values, Rows rows) {
        if (type() == DataType.SMALLINT) {
            out.addShorts(values, rows.from(), rows.count());
            rows.markNulls(out);
            return;
        }
        for (int row = rows.from(); row < rows.end(); row++) {
            add(out, values[row], row, rows);
        }
    }

    @Override
    public void addTinyInts(WireValues out, byte[] values, Rows rows) {
        if (type() == DataType.TINYINT) {
            out.addTinyInts(values, rows.from(), rows.count());
            rows.markNulls(out);
            return;
        }
        for (int row = rows.from(); row < rows.end(); row++) {
            add(out, values[row], row, rows);
        }
    }

    private void add(WireValues out, long value, int row, Rows rows) {
        if (rows.isNull(row)) {
            out.addNull();
        } else if (value < least || value > most) {
            throw outOfRange(row);
        } else {
            out.addLong(value);
        }
    }

    private RuntimeException outOfRange(int further) {
        return column.refused(further, "the number is out of the range of " + type().typeName());
    }
}
