// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.DataType;
import java.math.BigInteger;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** BIGINT, TIMESTAMP, and the 64 bits of BIGINT UNSIGNED; thread-safety as {@link Cells} says. */
final class LongCells implements Cells {

    private final DataType type;
    private final NullBits nulls;
    private long[] values;

    LongCells(DataType type, int capacity) {
        this(type, new long[capacity], new NullBits());
    }

    private LongCells(DataType type, long[] values, NullBits nulls) {
        this.type = type;
        this.values = values;
        this.nulls = nulls;
    }

    /** The first {@code present} of {@code count} cells from a buffer; see {@link Cells#read}. */
    static LongCells read(DataType type, int count, LongBuffer source, int present, NullBits nulls) {
        long[] values = new long[count];
        source.get(values, 0, present);
        return new LongCells(type, values, nulls);
    }

    @Override
    public @Nullable Object get(int row) {
        if (nulls.get(row)) {
            return null;
        }
        return type == DataType.UBIGINT ? unsigned(values[row]) : (Object) values[row];
    }

    @Override
    public void set(int row, @Nullable Object value) {
        makeRoom(row);
        nulls.set(row, value == null);
        if (value != null) {
            values[row] = ((Number) value).longValue();
        }
    }

    @Override
    public void setAll(int row, Cells source, int from, int length) {
        LongCells cells = (LongCells) source;
        makeRoom(row + length - 1);
        System.arraycopy(cells.values, from, values, row, length);
        nulls.setAll(row, cells.nulls, from, length);
    }

    private void makeRoom(int row) {
        if (row >= values.length) {
            values = Arrays.copyOf(values, Cells.grown(values.length, row));
        }
    }

    @Override
    public Cells share() {
        return new LongCells(type, values, nulls.share());
    }

    @Override
    public Cells copy(int from, int count, int capacity) {
        long[] copy = new long[Math.max(count, capacity)];
        System.arraycopy(values, from, copy, 0, count);
        return new LongCells(type, copy, nulls.copy(from, count));
    }

    private static BigInteger unsigned(long bits) {
        BigInteger value = BigInteger.valueOf(bits);
        return bits >= 0 ? value : value.add(BigInteger.ONE.shiftLeft(Long.SIZE));
    }

    /** The first of the rows {@code from} to {@code to}, which ascend, that is not smaller; {@code to} if none is. */
    int firstAtOrAfter(long value, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The cell without boxing; meaningless for NULL. */
    long longAt(int row) {
        return values[row];
    }
}
