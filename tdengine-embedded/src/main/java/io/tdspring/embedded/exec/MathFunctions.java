// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Functions from numbers to DOUBLE, and the extremes of a list. */
final class MathFunctions {

    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    private MathFunctions() {}

    static void addTo(Map<String, ScalarFunctions.ScalarFunction> functions) {
        functions.put("pi", call -> Constant.of(DataType.DOUBLE, Math.PI));
        Map<String, DoubleUnaryOperator> unary = Map.ofEntries(
                Map.entry("sqrt", Math::sqrt),
                Map.entry("exp", Math::exp),
                Map.entry("ln", Math::log),
                Map.entry("sin", Math::sin),
                Map.entry("cos", Math::cos),
                Map.entry("tan", Math::tan),
                Map.entry("asin", Math::asin),
                Map.entry("acos", Math::acos),
                Map.entry("atan", Math::atan),
                Map.entry("degrees", x -> x * 180 / Math.PI),
                Map.entry("radians", x -> x / 180 * Math.PI));
        unary.forEach((name, formula) -> functions.put(name, call -> unary(call, formula)));
        functions.put("pow", call -> binary(call, Math::pow));
        functions.put("mod", call -> binary(call, (x, y) -> y == 0 ? Double.NaN : x % y));
        functions.put("log", MathFunctions::log);
        functions.put("greatest", call -> extreme(call, 1));
        functions.put("least", call -> extreme(call, -1));
    }

    /** The literal NULL counts as a number for functions of numbers. */
    static void requireNumbers(ScalarCall call) {
        for (int i = 0; i < call.count(); i++) {
            if (!call.isNull(i)) {
                call.requireType(i, NumberTypes::isNumber);
            }
        }
    }

    private static Evaluator unary(ScalarCall call, DoubleUnaryOperator formula) {
        call.requireCount(1, 1);
        requireNumbers(call);
        return Computed.of(
                Column.of("", DataType.DOUBLE),
                call.arguments(),
                values -> Arithmetic.finite(formula.applyAsDouble(NumberTypes.toDouble(values[0]))));
    }

    private static Evaluator binary(ScalarCall call, DoubleBinaryOperator formula) {
        call.requireCount(2, 2);
        requireNumbers(call);
        return call.computed(
                DataType.DOUBLE,
                values -> Arithmetic.finite(
                        formula.applyAsDouble(NumberTypes.toDouble(values[0]), NumberTypes.toDouble(values[1]))));
    }

    private static Evaluator log(ScalarCall call) {
        call.requireCount(1, 2);
        return call.count() == 1
                ? unary(call, Math::log)
                : binary(call, (x, base) -> base <= 0 || base == 1 ? Double.NaN : Math.log(x) / Math.log(base));
    }

    private static Evaluator extreme(ScalarCall call, int sign) {
        call.requireCount(2, ANY_NUMBER);
        for (int i = 0; i < call.count(); i++) {
            if (call.isNull(i)) {
                return call.argument(i);
            }
        }
        if (call.arguments().stream()
                .anyMatch(argument -> argument.type().type().isDecimal())) {
            throw call.wrongType();
        }
        Column type = call.argument(0).type();
        for (Evaluator argument : call.arguments()) {
            type = wider(call, type, argument.type());
        }
        boolean fraction = type.type() == DataType.DOUBLE;
        return call.computed(type, values -> {
            Object best = values[0];
            for (Object value : values) {
                best = Integer.signum(compare(value, best)) == sign ? value : best;
            }
            return fraction ? (Object) NumberTypes.toDouble(best) : best;
        });
    }

    private static int compare(Object a, Object b) {
        if (a instanceof String text) {
            return Comparison.ofTexts(text, (String) b);
        }
        return NumberTypes.compare(a, b);
    }

    private static Column wider(ScalarCall call, Column a, Column b) {
        DataType x = a.type();
        DataType y = b.type();
        if (x == y && (NumberTypes.isNumber(x) || x == DataType.VARCHAR)) {
            return a.length() >= b.length() ? a : b;
        }
        if (isSignedOrDouble(x) && isSignedOrDouble(y)) {
            return x.code() > y.code() ? a : b;
        }
        throw call.notSupported("of " + x.typeName() + " and " + y.typeName());
    }

    /** Each of these holds those with smaller codes. */
    private static boolean isSignedOrDouble(DataType type) {
        return type == DataType.DOUBLE || (type.isInteger() && type.code() <= DataType.BIGINT.code());
    }
}
