// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Double cells; thread-safety as {@link Cells} says. */
final class DoubleCells implements Cells {

    private final NullBits nulls;
    private double[] values;

    DoubleCells(int capacity) {
        this(new double[capacity], new NullBits());
    }

    private DoubleCells(double[] values, NullBits nulls) {
        this.values = values;
        this.nulls = nulls;
    }

    /** The first {@code present} of {@code count} cells from a buffer; see {@link Cells#read}. */
    static DoubleCells read(int count, DoubleBuffer source, int present, NullBits nulls) {
        double[] values = new double[count];
        source.get(values, 0, present);
        return new DoubleCells(values, nulls);
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
            values[row] = ((Number) value).doubleValue();
        }
    }

    @Override
    public void setAll(int row, Cells source, int from, int length) {
        DoubleCells cells = (DoubleCells) source;
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
        return new DoubleCells(values, nulls.share());
    }

    @Override
    public Cells copy(int from, int count, int capacity) {
        double[] copy = new double[Math.max(count, capacity)];
        System.arraycopy(values, from, copy, 0, count);
        return new DoubleCells(copy, nulls.copy(from, count));
    }
}
