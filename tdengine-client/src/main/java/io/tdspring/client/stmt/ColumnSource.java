// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.protocol.stmt.WireValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the caller's, of which parts can be added to a frame. Refers to the caller's array and copies nothing.
 *
 * @param objects of a list, whose values differ in length; else null
 */
record ColumnSource(
        int length, NullMarks nulls, Adder adder, @Nullable List<?> objects) {

    private static final int MOST_BYTES_OF_A_CHAR = 3;

    /** Adds rows of one kind of array. */
    @FunctionalInterface
    interface Adder {
        void add(Binder binder, WireValues out, Rows rows);
    }

    static ColumnSource of(int length, NullMarks nulls, Adder adder) {
        return new ColumnSource(length, nulls, adder, null);
    }

    static ColumnSource of(List<?> values, Position position) {
        Adder adder = (binder, out, rows) -> {
            long first = position.row();
            for (int row = rows.from(); row < rows.end(); row++) {
                position.row(first + row);
                binder.addObject(out, values.get(row));
            }
            position.row(first);
        };
        return new ColumnSource(values.size(), NullMarks.none(), adder, values);
    }

    void addTo(Binder binder, WireValues out, int from, int count) {
        adder.add(binder, out, new Rows(from, count, nulls));
    }

    /** How many bytes the values of these rows have at most, with states and lengths. */
    long mostBytes(Binder binder, int from, int count) {
        if (!binder.type().isVariable()) {
            return (long) count * (1 + binder.type().width());
        }
        long bytes = (long) count * (1 + Integer.BYTES);
        for (int row = from; objects != null && row < from + count; row++) {
            Object value = objects.get(row);
            if (value instanceof String text) {
                bytes += (long) text.length() * MOST_BYTES_OF_A_CHAR;
            } else if (value instanceof byte[] array) {
                bytes += array.length;
            }
        }
        return bytes;
    }
}
