// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Expr.BinaryOperator;
import io.tdspring.embedded.sql.SqlException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Operators with numbers: all reckoning is done with fractions, only times stay times. */
final class Arithmetic {

    private static final int INVALID_OPERATION = 0x0200;
    private static final int DECIMAL_WITH_BOOL = 0x013E;

    private Arithmetic() {}

    static SqlException invalidOperation() {
        return new SqlException(INVALID_OPERATION, "Invalid operation");
    }

    static Evaluator compile(BinaryOperator operator, Evaluator first, Evaluator second) {
        Evaluator left = JsonValues.asNumber(first);
        Evaluator right = JsonValues.asNumber(second);
        requireNumbers(left, right);
        if (isTime(left) || isTime(right)) {
            return withTime(operator, left, right);
        }
        if ((isDecimal(left) || isDecimal(right)) && isExact(left, right)) {
            return Decimals.compile(operator, left, right);
        }
        return fraction(operator, left, right);
    }

    private static Evaluator withTime(BinaryOperator operator, Evaluator left, Evaluator right) {
        Evaluator other = isTime(left) ? right : left;
        if (isTime(left) && isTime(right)) {
            throw invalidOperation();
        }
        if (Constant.isUntypedNull(other)) {
            return Constant.of(DataType.DOUBLE, null);
        }
        boolean additive = operator == BinaryOperator.ADD || operator == BinaryOperator.SUBTRACT;
        DataType type = other.type().type();
        if (NumberTypes.isString(type)) {
            throw additive ? invalidOperation() : SqlException.notSupported("arithmetic of TIMESTAMP and text");
        }
        if (!additive) {
            return fraction(operator, left, right);
        }
        if (!type.isInteger() || (operator == BinaryOperator.SUBTRACT && !isTime(left))) {
            throw SqlException.notSupported("arithmetic of TIMESTAMP and " + type.typeName() + " in this order");
        }
        long sign = operator == BinaryOperator.ADD ? 1 : -1;
        return Computed.value(DataType.TIMESTAMP, frame -> {
            Object moment = left.value(frame);
            Object distance = right.value(frame);
            return moment == null || distance == null
                    ? null
                    : (Object) (NumberTypes.toLong(moment) + sign * NumberTypes.toLong(distance));
        });
    }

    private static Evaluator fraction(BinaryOperator operator, Evaluator left, Evaluator right) {
        DoubleBinaryOperator formula = switch (operator) {
            case ADD -> Double::sum;
            case SUBTRACT -> (a, b) -> a - b;
            case MULTIPLY -> (a, b) -> a * b;
            case DIVIDE -> (a, b) -> b == 0 ? Double.NaN : a / b;
            default -> Arithmetic::remainder;
        };
        return Computed.value(DataType.DOUBLE, frame -> {
            Object a = left.value(frame);
            Object b = right.value(frame);
            return a == null || b == null
                    ? null
                    : number(formula.applyAsDouble(NumberTypes.toDouble(a), NumberTypes.toDouble(b)));
        });
    }

    /** With the quotient cut off after it was rounded: less exact than {@code %} for large numbers, as the real one. */
    private static double remainder(double a, double b) {
        return b == 0 ? Double.NaN : a - ((long) (a / b)) * b;
    }

    /** NULL stands for what is no number; what is too large is infinite. */
    private static @Nullable Double number(double number) {
        return Double.isNaN(number) ? null : (Double) (number + 0.0);
    }

    /** NULL stands for what is no number, and here for what is too large. */
    static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? (Double) (number + 0.0) : null;
    }

    static Evaluator bits(BinaryOperator operator, Evaluator left, Evaluator right) {
        requireBits(left);
        requireBits(right);
        boolean and = operator == BinaryOperator.BIT_AND;
        return Computed.value(DataType.BIGINT, frame -> {
            Object a = left.value(frame);
            Object b = right.value(frame);
            if (a == null || b == null) {
                return null;
            }
            long x = NumberTypes.toLong(a);
            long y = NumberTypes.toLong(b);
            return and ? x & y : x | y;
        });
    }

    /** {@code -x}; of a literal the type is kept, of all else it is a fraction. */
    static Evaluator negated(Expr expr, Evaluator operand) {
        DataType type = operand.type().type();
        if (Constant.isUntypedNull(operand)) {
            return operand;
        }
        if (expr instanceof Expr.TimestampLiteral literal) {
            throw new SqlException(0x2605, "Invalid value type: -" + literal.value());
        }
        if (isLiteral(expr)) {
            return negatedLiteral(((Constant) operand).value());
        }
        if (type.isDecimal()) {
            return Computed.of(operand.type(), operand, value -> ((BigDecimal) value).negate());
        }
        if (NumberTypes.isString(type)) {
            throw invalidOperation();
        }
        requireNumbers(operand, operand);
        return Computed.of(
                Constant.of(DataType.DOUBLE, null).type(), operand, value -> 0.0 - NumberTypes.toDouble(value));
    }

    private static boolean isLiteral(Expr expr) {
        if (expr instanceof Expr.Unary unary) {
            return unary.operator() != Expr.UnaryOperator.NOT && isLiteral(unary.operand());
        }
        return expr instanceof Expr.Literal;
    }

    private static Evaluator negatedLiteral(@Nullable Object value) {
        if (value instanceof Double number) {
            return Constant.of(DataType.DOUBLE, -number);
        }
        if (value instanceof Long || value instanceof BigInteger) {
            BigInteger negated = NumberTypes.toBigInteger(value).negate();
            if (negated.bitLength() < Long.SIZE) {
                return Constant.of(DataType.BIGINT, negated.longValueExact());
            }
        }
        throw SqlException.notSupported("the sign of such a literal");
    }

    /** {@code +x}. */
    static Evaluator unchanged(Evaluator operand) {
        if (NumberTypes.isNumber(operand.type().type()) || isDecimal(operand)) {
            return operand;
        }
        throw SqlException.notSupported(
                "a plus sign before " + operand.type().type().typeName());
    }

    private static boolean isTime(Evaluator evaluator) {
        return evaluator.type().type() == DataType.TIMESTAMP;
    }

    private static boolean isDecimal(Evaluator evaluator) {
        return evaluator.type().type().isDecimal();
    }

    /** Whether a DECIMAL stays one beside the other operand; with a fraction or text, it becomes a fraction. */
    private static boolean isExact(Evaluator left, Evaluator right) {
        DataType other = (isDecimal(left) ? right : left).type().type();
        if (other == DataType.BOOL) {
            throw new SqlException(DECIMAL_WITH_BOOL, "");
        }
        return !NumberTypes.isFraction(other) && !NumberTypes.isString(other);
    }

    private static void requireNumbers(Evaluator left, Evaluator right) {
        requireNumber(left);
        requireNumber(right);
    }

    private static void requireNumber(Evaluator operand) {
        DataType type = operand.type().type();
        boolean number = NumberTypes.isNumber(type)
                || NumberTypes.isString(type)
                || type.isDecimal()
                || type == DataType.BOOL
                || type == DataType.TIMESTAMP;
        if (!number || operand.isCondition()) {
            throw SqlException.notSupported("arithmetic with " + type.typeName());
        }
    }

    private static void requireBits(Evaluator operand) {
        DataType type = operand.type().type();
        if (type.isDecimal()) {
            throw invalidOperation();
        }
        if (!type.isInteger() && type != DataType.BOOL && type != DataType.TIMESTAMP && !NumberTypes.isString(type)) {
            throw SqlException.notSupported("bits of " + type.typeName());
        }
    }
}
