// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Values of several types as numbers. */
final class NumberTypes {

    private NumberTypes() {}

    /** Whether cells of the type are Long: all integers but BIGINT UNSIGNED. */
    static boolean isLongInteger(DataType type) {
        return type.isInteger() && type != DataType.UBIGINT;
    }

    static boolean isFraction(DataType type) {
        return type == DataType.FLOAT || type == DataType.DOUBLE;
    }

    /** Integers, FLOAT and DOUBLE. */
    static boolean isNumber(DataType type) {
        return type.isInteger() || isFraction(type);
    }

    static boolean isString(DataType type) {
        return type == DataType.VARCHAR || type == DataType.NCHAR;
    }

    /** The value as a fraction; of text, the number that it begins with. */
    static double toDouble(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return TextNumbers.toDouble((String) value);
    }

    /** The lower 64 bits of an integer, a truth, or the integer that a text begins with. */
    static long toLong(Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return TextNumbers.toLong((String) value);
    }

    /** An integer or a truth. */
    static BigInteger toBigInteger(Object value) {
        return value instanceof BigInteger whole ? whole : BigInteger.valueOf(toLong(value));
    }

    /** The order of numbers of whatever types, without rounding. */
    static int compare(Object left, Object right) {
        double a = toDouble(left);
        double b = toDouble(right);
        return Double.isFinite(a) && Double.isFinite(b)
                ? toBigDecimal(left).compareTo(toBigDecimal(right))
                : Double.compare(a, b);
    }

    /** A number that is finite. */
    static BigDecimal toBigDecimal(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        if (value instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        return new BigDecimal(value instanceof Float number ? number.toString() : Double.toString(toDouble(value)));
    }
}
