// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Text, bytes and decimals by reference; thread-safety as {@link Cells} says. */
final class ObjectCells implements Cells {

    private @Nullable Object[] values;

    ObjectCells(int capacity) {
        this(new @Nullable Object[capacity]);
    }

    private ObjectCells(@Nullable Object[] values) {
        this.values = values;
    }

    @Override
    public @Nullable Object get(int row) {
        return values[row];
    }

    @Override
    public void set(int row, @Nullable Object value) {
        makeRoom(row);
        values[row] = value;
    }

    @Override
    public void setAll(int row, Cells source, int from, int length) {
        makeRoom(row + length - 1);
        System.arraycopy(((ObjectCells) source).values, from, values, row, length);
    }

    private void makeRoom(int row) {
        if (row >= values.length) {
            values = Arrays.copyOf(values, Cells.grown(values.length, row));
        }
    }

    @Override
    public Cells share() {
        return new ObjectCells(values);
    }

    @Override
    public Cells copy(int from, int count, int capacity) {
        @Nullable Object[] copy = new @Nullable Object[Math.max(count, capacity)];
        System.arraycopy(values, from, copy, 0, count);
        return new ObjectCells(copy);
    }
}
