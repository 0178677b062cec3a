// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.DataType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** BOOL and the integers of up to 32 bits; thread-safety as {@link Cells} says. */
final class IntCells implements Cells {

    private final DataType type;
    private final NullBits nulls;
    private int[] values;

    IntCells(DataType type, int capacity) {
        this(type, new int[capacity], new NullBits());
    }

    private IntCells(DataType type, int[] values, NullBits nulls) {
        this.type = type;
        this.values = values;
        this.nulls = nulls;
    }

    /** The first {@code present} of {@code count} cells from a buffer; see {@link Cells#read}. */
    static IntCells read(DataType type, int count, ByteBuffer source, int present, NullBits nulls) {
        int[] values = new int[count];
        int at = source.position();
        for (int row = 0; row < present; row++) {
            values[row] = switch (type) {
                case BOOL -> source.get(at + row) == 0 ? 0 : 1;
                case TINYINT -> source.get(at + row);
                case UTINYINT -> source.get(at + row) & 0xff;
                case SMALLINT -> source.getShort(at + row * Short.BYTES);
                case USMALLINT -> source.getShort(at + row * Short.BYTES) & 0xffff;
                case INT, UINT -> source.getInt(at + row * Integer.BYTES);
                default -> throw new IllegalArgumentException("type " + type + " has no cells of 32 bits");
            };
        }
        return new IntCells(type, values, nulls);
    }

    @Override
    public @Nullable Object get(int row) {
        if (nulls.get(row)) {
            return null;
        }
        return switch (type) {
            case BOOL -> values[row] != 0;
            case UINT -> Integer.toUnsignedLong(values[row]);
            default -> (long) values[row];
        };
    }

    @Override
    public void set(int row, @Nullable Object value) {
        makeRoom(row);
        nulls.set(row, value == null);
        if (value != null) {
            values[row] = value instanceof Boolean flag ? (flag ? 1 : 0) : (int) ((Number) value).longValue();
        }
    }

    @Override
    public void setAll(int row, Cells source, int from, int length) {
        IntCells cells = (IntCells) source;
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
        return new IntCells(type, values, nulls.share());
    }

    @Override
    public Cells copy(int from, int count, int capacity) {
        int[] copy = new int[Math.max(count, capacity)];
        System.arraycopy(values, from, copy, 0, count);
        return new IntCells(type, copy, nulls.copy(from, count));
    }
}
