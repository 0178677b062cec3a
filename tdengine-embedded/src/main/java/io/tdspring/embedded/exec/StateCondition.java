// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.SqlException;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The comparison that makes a state: {@code 'GT', 5}. Immutable. */
record StateCondition(Evaluator argument, IntPredicate verdict, Object bound) {

    /** The condition in the first three arguments. */
    static StateCondition of(AggregateCall call) {
        Evaluator argument = call.argument(0);
        call.requireNumber(argument);
        IntPredicate verdict = verdict(call);
        double bound = call.constant(2);
        if (argument.type().type() == DataType.FLOAT && (double) (float) bound != bound) {
            throw SqlException.notSupported("a state of FLOAT compared with what no FLOAT is equal to");
        }
        if (!(call.argument(2) instanceof Constant constant) || constant.value() == null) {
            throw SqlException.notSupported("a parameter of " + call.name() + " that is not a number");
        }
        return new StateCondition(argument, verdict, constant.value());
    }

    private static IntPredicate verdict(AggregateCall call) {
        return switch (call.text(1).toUpperCase(Locale.ROOT)) {
            case "LT" -> order -> order < 0;
            case "LE" -> order -> order <= 0;
            case "GT" -> order -> order > 0;
            case "GE" -> order -> order >= 0;
            case "EQ" -> order -> order == 0;
            case "NE" -> order -> order != 0;
            default -> throw call.wrongValue();
        };
    }

    /** Whether the row is in the state; null if its value is NULL. */
    @Nullable
    Boolean test(Frame row) {
        Object value = argument.value(row);
        if (value == null) {
            return null;
        }
        return verdict.test(NumberTypes.compare(value instanceof Float number ? number.doubleValue() : value, bound));
    }
}
