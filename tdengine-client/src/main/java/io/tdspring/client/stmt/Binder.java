// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.WireValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Checks values for one placeholder and adds them to those that are sent: each family of types takes what it can hold
 * exactly, and refuses all else with an exception that names the place and never the value.
 *
 * <p>What adds a column takes the rows from {@code from} on, and does not look at those that are NULL.
 */
interface Binder {

    /** The type in which the values travel. */
    DataType type();

    /** The exception for a value of a kind that this does not take. */
    RuntimeException mismatch(String kind);

    default void addNull(WireValues out) {
        out.addNull();
    }

    default void addBoolean(WireValues out, boolean value) {
        throw mismatch("boolean");
    }

    default void addLong(WireValues out, long value) {
        throw mismatch("integer");
    }

    default void addInteger(WireValues out, BigInteger value) {
        throw mismatch("BigInteger");
    }

    default void addFloat(WireValues out, float value) {
        throw mismatch("float");
    }

    default void addDouble(WireValues out, double value) {
        throw mismatch("double");
    }

    default void addDecimal(WireValues out, BigDecimal value) {
        throw mismatch("BigDecimal");
    }

    default void addText(WireValues out, String value) {
        throw mismatch("String");
    }

    default void addBytes(WireValues out, byte[] value) {
        throw mismatch("byte[]");
    }

    default void addInstant(WireValues out, Instant value) {
        throw mismatch("Instant");
    }

    default void addLongs(WireValues out, long[] values, Rows rows) {
        throw mismatch("long[]");
    }

    default void addInts(WireValues out, int[] values, Rows rows) {
        throw mismatch("int[]");
    }

    default void addShorts(WireValues out, short[] values, Rows rows) {
        throw mismatch("short[]");
    }

    default void addTinyInts(WireValues out, byte[] values, Rows rows) {
        throw mismatch("byte[] of numbers");
    }

    default void addFloats(WireValues out, float[] values, Rows rows) {
        throw mismatch("float[]");
    }

    default void addDoubles(WireValues out, double[] values, Rows rows) {
        throw mismatch("double[]");
    }

    default void addBooleans(WireValues out, boolean[] values, Rows rows) {
        throw mismatch("boolean[]");
    }

    /** A value of any of these kinds; null is NULL. */
    default void addObject(WireValues out, @Nullable Object value) {
        if (value == null) {
            addNull(out);
        } else if (value instanceof String text) {
            addText(out, text);
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            addLong(out, ((Number) value).longValue());
        } else if (value instanceof Double number) {
            addDouble(out, number);
        } else if (value instanceof Float number) {
            addFloat(out, number);
        } else if (value instanceof Boolean bool) {
            addBoolean(out, bool);
        } else if (value instanceof Instant instant) {
            addInstant(out, instant);
        } else if (value instanceof BigDecimal decimal) {
            addDecimal(out, decimal);
        } else if (value instanceof BigInteger integer) {
            addInteger(out, integer);
        } else if (value instanceof byte[] bytes) {
            addBytes(out, bytes);
        } else {
            throw mismatch(value.getClass().getName());
        }
    }
}
