// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Values of the integer types: fractions are rounded, halves away from zero, and text may hold a number. */
final class IntegerReader {

    private IntegerReader() {}

    static @Nullable Object read(ValueContext context, DataType type, Expr value) {
        if (value instanceof Expr.Literal literal && literal.value() instanceof Long number) {
            if (isSigned(type) && fits(type, number)) {
                return number;
            }
            return checked(context, type, BigInteger.valueOf(number), value);
        }
        if (CellReader.isNullText(value)) {
            return null;
        }
        return checked(context, type, whole(context, type, value), value);
    }

    private static BigInteger whole(ValueContext context, DataType type, Expr value) {
        if (!(value instanceof Expr.Literal literal) || literal.value() instanceof Boolean) {
            throw invalid(context, type, value);
        }
        if (literal.value() instanceof BigInteger number) {
            return number;
        }
        BigDecimal number = NumberText.parse(literal.text());
        if (number == null) {
            throw invalid(context, type, value);
        }
        BigDecimal rounded = NumberText.round(number, 0);
        if (rounded == null) {
            throw overflow(context, type, value);
        }
        return rounded.toBigInteger();
    }

    private static Object checked(ValueContext context, DataType type, BigInteger number, Expr value) {
        if (isSigned(type)) {
            if (number.bitLength() >= bits(type)) {
                throw overflow(context, type, value);
            }
            return number.longValueExact();
        }
        if (number.signum() < 0) {
            throw invalid(context, type, value);
        }
        if (number.bitLength() > bits(type)) {
            throw overflow(context, type, value);
        }
        return type == DataType.UBIGINT ? number : (Object) number.longValueExact();
    }

    private static boolean fits(DataType type, long number) {
        int unused = Long.SIZE - bits(type);
        return number << unused >> unused == number;
    }

    private static int bits(DataType type) {
        return type.width() * Byte.SIZE;
    }

    private static boolean isSigned(DataType type) {
        return type.code() <= DataType.BIGINT.code();
    }

    private static SqlException invalid(ValueContext context, DataType type, Expr value) {
        return context.complaint().about(value, "invalid " + nameOf(type) + " data");
    }

    private static SqlException overflow(ValueContext context, DataType type, Expr value) {
        // What does not fit into 64 bits is no number at all to TDengine.
        if (bits(type) == Long.SIZE) {
            return invalid(context, type, value);
        }
        return context.complaint().about(value, nameOf(type) + " data overflow");
    }

    private static String nameOf(DataType type) {
        return switch (type) {
            case TINYINT -> "tinyint";
            case SMALLINT -> "smallint";
            case INT -> "int";
            case BIGINT -> "bigint";
            case UTINYINT -> "unsigned tinyint";
            case USMALLINT -> "unsigned smallint";
            case UINT -> "unsigned int";
            default -> "unsigned bigint";
        };
    }
}
