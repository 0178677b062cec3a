// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr.BinaryOperator;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.value.TimestampText;
import java.util.Comparator;
import java.util.function.IntPredicate;

/** {@code = <> < <= > >=}: false, not NULL, if one side is NULL. */
final class Comparison {

    private static final int INVALID_TIMESTAMP = 0x0127;

    private Comparison() {}

    static Evaluator compile(BinaryOperator operator, Evaluator left, Evaluator right, EvaluationContext context) {
        if (Constant.isNull(left) || Constant.isNull(right)) {
            return Constant.truth(false);
        }
        if (JsonValues.isJson(left) || JsonValues.isJson(right)) {
            return JsonValues.compared(verdict(operator), left, right);
        }
        if (BinaryComparison.isBinary(left) || BinaryComparison.isBinary(right)) {
            return BinaryComparison.compile(operator, verdict(operator), left, right);
        }
        Evaluator a = adapted(left, right.type().type(), context);
        Evaluator b = adapted(right, left.type().type(), context);
        IntPredicate verdict = verdict(operator);
        if (isLong(a) && isLong(b)) {
            return ofLongs(verdict, a, b);
        }
        Comparator<Object> order = order(a, b);
        return Computed.condition(frame -> {
            Object x = a.value(frame);
            Object y = b.value(frame);
            return x != null && y != null && verdict.test(order.compare(x, y));
        });
    }

    private static Evaluator ofLongs(IntPredicate verdict, Evaluator a, Evaluator b) {
        if (b instanceof Constant constant && constant.value() instanceof Long number) {
            long limit = number;
            return Computed.condition(frame -> {
                Long x = (Long) a.value(frame);
                return x != null && verdict.test(Long.compare(x, limit));
            });
        }
        return Computed.condition(frame -> {
            Long x = (Long) a.value(frame);
            Long y = (Long) b.value(frame);
            return x != null && y != null && verdict.test(Long.compare(x, y));
        });
    }

    private static IntPredicate verdict(BinaryOperator operator) {
        return switch (operator) {
            case EQUAL -> order -> order == 0;
            case NOT_EQUAL -> order -> order != 0;
            case LESS -> order -> order < 0;
            case LESS_OR_EQUAL -> order -> order <= 0;
            case GREATER -> order -> order > 0;
            case GREATER_OR_EQUAL -> order -> order >= 0;
            default -> throw new IllegalArgumentException(operator.name());
        };
    }

    /** A constant text as what it is compared with: a time or a number. */
    static Evaluator adapted(Evaluator evaluator, DataType other, EvaluationContext context) {
        if (!(evaluator instanceof Constant constant) || !(constant.value() instanceof String text)) {
            return evaluator;
        }
        if (other == DataType.TIMESTAMP) {
            return Constant.of(DataType.TIMESTAMP, moment(text, context));
        }
        if (NumberTypes.isNumber(other) || other.isDecimal() || other == DataType.BOOL) {
            return Constant.of(DataType.DOUBLE, TextNumbers.toDouble(text));
        }
        return evaluator;
    }

    private static long moment(String text, EvaluationContext context) {
        return TimestampText.parse(text, context.zone(), context.precision())
                .orElseThrow(() -> new SqlException(INVALID_TIMESTAMP, "Invalid timestamp format"));
    }

    private static boolean isLong(Evaluator evaluator) {
        DataType type = evaluator.type().type();
        return NumberTypes.isLongInteger(type) || type == DataType.TIMESTAMP;
    }

    /**
     * The order of two types' values.
     *
     * @throws SqlException if there is none
     */
    private static Comparator<Object> order(Evaluator left, Evaluator right) {
        DataType a = left.type().type();
        DataType b = right.type().type();
        requireComparable(a);
        requireComparable(b);
        if (NumberTypes.isString(a) && NumberTypes.isString(b)) {
            return (x, y) -> ofTexts((String) x, (String) y);
        }
        boolean text = NumberTypes.isString(a) || NumberTypes.isString(b);
        if (text && (a == DataType.TIMESTAMP || b == DataType.TIMESTAMP)) {
            throw SqlException.notSupported("comparison of TIMESTAMP with text that is not constant");
        }
        if (a.isDecimal() || b.isDecimal()) {
            return NumberTypes::compare;
        }
        if (isNarrow(left, right) || isNarrow(right, left)) {
            return (x, y) -> Float.compare(narrow(x), narrow(y));
        }
        if (text || NumberTypes.isFraction(a) || NumberTypes.isFraction(b)) {
            return (x, y) -> Double.compare(NumberTypes.toDouble(x) + 0.0, NumberTypes.toDouble(y) + 0.0);
        }
        if (a == DataType.UBIGINT || b == DataType.UBIGINT) {
            return (x, y) -> NumberTypes.toBigInteger(x).compareTo(NumberTypes.toBigInteger(y));
        }
        return (x, y) -> Long.compare(NumberTypes.toLong(x), NumberTypes.toLong(y));
    }

    /** A FLOAT and a constant are compared as FLOAT, else {@code f = 1.1} would find nothing. */
    private static boolean isNarrow(Evaluator narrow, Evaluator other) {
        return narrow.type().type() == DataType.FLOAT
                && other.type().type() == DataType.DOUBLE
                && other instanceof Constant;
    }

    private static float narrow(Object value) {
        return (float) NumberTypes.toDouble(value) + 0.0f;
    }

    private static void requireComparable(DataType type) {
        if (!NumberTypes.isNumber(type)
                && !NumberTypes.isString(type)
                && !type.isDecimal()
                && type != DataType.BOOL
                && type != DataType.TIMESTAMP) {
            throw SqlException.notSupported("comparison of " + type.typeName());
        }
    }

    /** By code points, which is the order of the bytes in UTF-8, too. */
    static int ofTexts(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
