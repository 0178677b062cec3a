// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr.BinaryOperator;
import io.tdspring.embedded.sql.SqlException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact arithmetic: how many digits a DECIMAL has, and what happens to those that find no place. */
final class Decimals {

    private static final int OVERFLOW = 0x013d;
    private static final int DIVISION_BY_ZERO = 0x013e;
    private static final int MOST_DIGITS = 38;
    private static final int LEAST_SCALE = 6;
    private static final int INT_DIGITS = 10;
    private static final int BIGINT_DIGITS = 19;

    private Decimals() {}

    /** An operator between two DECIMALs, or a DECIMAL and an integer. */
    static Evaluator compile(BinaryOperator operator, Evaluator left, Evaluator right) {
        Column type = type(operator, digits(left.type()), digits(right.type()));
        return Computed.value(type, frame -> {
            Object a = left.value(frame);
            Object b = right.value(frame);
            return a == null || b == null
                    ? null
                    : fitted(
                            result(operator, NumberTypes.toBigDecimal(a), NumberTypes.toBigDecimal(b), type.scale()),
                            type);
        });
    }

    /** The digits that an operand has, or would have as DECIMAL. */
    private static Column digits(Column operand) {
        return switch (operand.type()) {
            case DECIMAL, DECIMAL64 -> operand;
            case INT -> of(INT_DIGITS, 0);
            case BIGINT -> of(BIGINT_DIGITS, 0);
            default ->
                throw SqlException.notSupported(
                        "arithmetic of DECIMAL and " + operand.type().typeName());
        };
    }

    private static Column type(BinaryOperator operator, Column left, Column right) {
        int leftWhole = left.precision() - left.scale();
        int rightWhole = right.precision() - right.scale();
        int scale = Math.max(left.scale(), right.scale());
        return switch (operator) {
            case ADD, SUBTRACT -> limited(Math.max(leftWhole, rightWhole) + scale + 1, scale);
            case MULTIPLY -> limited(left.precision() + right.precision() + 1, left.scale() + right.scale());
            case DIVIDE -> {
                int quotient = Math.max(LEAST_SCALE, left.scale() + right.precision() + 1);
                yield limited(leftWhole + right.scale() + quotient, quotient);
            }
            case REMAINDER -> limited(Math.min(leftWhole, rightWhole) + scale, scale);
            default -> throw new IllegalArgumentException(operator.name());
        };
    }

    /** Digits before the point go first, but some behind it stay. */
    private static Column limited(int precision, int scale) {
        if (precision <= MOST_DIGITS) {
            return of(precision, scale);
        }
        int whole = precision - scale;
        return of(MOST_DIGITS, Math.max(MOST_DIGITS - whole, Math.min(scale, LEAST_SCALE)));
    }

    /** Results have 128 bits however few their digits are. */
    private static Column of(int precision, int scale) {
        return new Column("", DataType.DECIMAL, DataType.DECIMAL.width(), precision, scale);
    }

    private static BigDecimal result(BinaryOperator operator, BigDecimal a, BigDecimal b, int scale) {
        boolean divides = operator == BinaryOperator.DIVIDE || operator == BinaryOperator.REMAINDER;
        if (divides && b.signum() == 0) {
            throw new SqlException(DIVISION_BY_ZERO, "");
        }
        return switch (operator) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> a.divide(b, scale, RoundingMode.HALF_UP);
            default -> a.remainder(b);
        };
    }

    /**
     * A number with the digits of a type.
     *
     * @throws SqlException 0x013D if it has more before the point
     */
    static BigDecimal fitted(BigDecimal number, Column type) {
        BigDecimal rounded = number.setScale(type.scale(), RoundingMode.HALF_UP);
        if (rounded.signum() != 0 && rounded.precision() > type.precision()) {
            throw new SqlException(OVERFLOW, "Decimal value overflow");
        }
        return rounded;
    }

    /**
     * The type that holds the values of both.
     *
     * @throws SqlException 0x0100 if there is none
     */
    static Column common(Column left, Column right) {
        int scale = Math.max(left.scale(), right.scale());
        int whole = Math.max(left.precision() - left.scale(), right.precision() - right.scale());
        if (whole + scale > MOST_DIGITS) {
            throw SqlException.notSupported("DECIMALs that have no common type");
        }
        return Column.decimal("", whole + scale, scale);
    }
}
