// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Functions from a number to the same type. */
final class RoundingFunctions {

    /** No number has a digit as far from the point as this. */
    private static final int FAR = 400;

    private RoundingFunctions() {}

    static void addTo(Map<String, ScalarFunctions.ScalarFunction> functions) {
        functions.put("ceil", call -> ofFractions(call, Math::ceil));
        functions.put("floor", call -> ofFractions(call, Math::floor));
        functions.put("abs", RoundingFunctions::absolute);
        functions.put("sign", call -> kept(call, RoundingFunctions::sign));
        functions.put("round", call -> rounded(call, 1, RoundingMode.HALF_UP));
        functions.put("truncate", call -> rounded(call, 2, RoundingMode.DOWN));
        functions.put("trunc", call -> rounded(call, 2, RoundingMode.DOWN));
    }

    private static Evaluator ofFractions(ScalarCall call, DoubleUnaryOperator formula) {
        return kept(call, value -> {
            if (value instanceof Double number) {
                return formula.applyAsDouble(number) + 0.0;
            }
            return value instanceof Float number ? (Object) (float) (formula.applyAsDouble(number) + 0.0) : value;
        });
    }

    private static Evaluator kept(ScalarCall call, Computed.OfOne formula) {
        call.requireCount(1, 1);
        MathFunctions.requireNumbers(call);
        return Computed.of(typeOf(call), call.argument(0), formula);
    }

    /** The type of the first argument; the literal NULL is a BIGINT. */
    private static Column typeOf(ScalarCall call) {
        return call.isNull(0)
                ? Column.of("", DataType.BIGINT)
                : call.argument(0).type();
    }

    /** The least number of a type has none and stays. */
    private static Evaluator absolute(ScalarCall call) {
        call.requireCount(1, 1);
        MathFunctions.requireNumbers(call);
        Column type = typeOf(call);
        int unused = Long.SIZE - Byte.SIZE * type.type().width();
        boolean signed = type.type().code() <= DataType.BIGINT.code();
        return Computed.of(
                type,
                call.argument(0),
                value -> value instanceof Long number
                        ? (Object) (signed ? Math.abs(number) << unused >> unused : number)
                        : abs(value));
    }

    private static Object abs(Object value) {
        if (value instanceof Double number) {
            return Math.abs(number);
        }
        return value instanceof Float number ? (Object) Math.abs(number) : value;
    }

    private static Object sign(Object value) {
        if (value instanceof Long number) {
            return (long) Long.signum(number);
        }
        if (value instanceof BigInteger whole) {
            return BigInteger.valueOf(whole.signum());
        }
        double sign = Math.signum(NumberTypes.toDouble(value)) + 0.0;
        return value instanceof Float ? (Object) (float) sign : (Object) sign;
    }

    private static Evaluator rounded(ScalarCall call, int least, RoundingMode mode) {
        call.requireCount(least, 2);
        MathFunctions.requireNumbers(call);
        if (call.count() == 2 && !call.isNull(1) && !NumberTypes.isLongInteger(call.type(1))) {
            throw call.notSupported("to a number of digits that is no integer");
        }
        return call.computed(
                typeOf(call), values -> rounded(values[0], values.length < 2 ? 0 : (Long) values[1], mode));
    }

    private static Object rounded(Object value, long digits, RoundingMode mode) {
        int scale = (int) Math.max(-FAR, Math.min(FAR, digits));
        if (!Double.isFinite(NumberTypes.toDouble(value))) {
            return value;
        }
        if (scale >= 0 && !(value instanceof Double) && !(value instanceof Float)) {
            return value;
        }
        BigDecimal number = NumberTypes.toBigDecimal(value);
        BigDecimal result = number.scale() <= scale ? number : number.setScale(scale, mode);
        if (value instanceof Double) {
            return result.doubleValue();
        }
        if (value instanceof Float) {
            return result.floatValue();
        }
        return value instanceof BigInteger ? result.toBigInteger() : (Object) result.longValue();
    }
}
