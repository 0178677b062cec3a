// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Float cells; thread-safety as {@link Cells} says. */
final class FloatCells implements Cells {

    private final NullBits nulls;
    private float[] values;

    FloatCells(int capacity) {
        this(new float[capacity], new NullBits());
    }

    private FloatCells(float[] values, NullBits nulls) {
        this.values = values;
        this.nulls = nulls;
    }

    /** The first {@code present} of {@code count} cells from a buffer; see {@link Cells#read}. */
    static FloatCells read(int count, FloatBuffer source, int present, NullBits nulls) {
        float[] values = new float[count];
        source.get(values, 0, present);
        return new FloatCells(values, nulls);
    }

    @Override
    public @Nullable Object get(int row) {
        if (nulls.get(row)) {
            return null;
        }
        return values[row];
    }

    @Override
    public void set(int row, @Nullable Object value) {
        makeRoom(row);
        nulls.set(row, value == null);
        if (value != null) {
            values[row] = ((Number) value).floatValue();
        }
    }

    @Override
    public void setAll(int row, Cells source, int from, int length) {
        FloatCells cells = (FloatCells) source;
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
        return new FloatCells(values, nulls.share());
    }

    @Override
    public Cells copy(int from, int count, int capacity) {
        float[] copy = new float[Math.max(count, capacity)];
        System.arraycopy(values, from, copy, 0, count);
        return new FloatCells(copy, nulls.copy(from, count));
    }
}
