// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr.BinaryOperator;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.value.LikePattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Truths. A comparison with NULL is false, so that NOT makes it true; only BETWEEN and IN know a third state, with which
 * NOT BETWEEN and NOT IN are not true either.
 */
final class Conditions {

    private static final int GENERIC_ERROR = 0x0110;

    private Conditions() {}

    /** Whether a condition's value, or a value that stands where a condition belongs, counts as true. */
    static boolean isTrue(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof Long number) {
            return number != 0;
        }
        return (value instanceof Number || value instanceof String) && NumberTypes.toDouble(value) != 0;
    }

    static Evaluator not(Evaluator operand) {
        return Computed.condition(frame -> {
            Object value = operand.value(frame);
            return value == null ? null : (Object) !isTrue(value);
        });
    }

    static Evaluator and(Evaluator left, Evaluator right) {
        return Computed.condition(frame -> isTrue(left.value(frame)) && isTrue(right.value(frame)));
    }

    static Evaluator or(Evaluator left, Evaluator right) {
        return Computed.condition(frame -> isTrue(left.value(frame)) || isTrue(right.value(frame)));
    }

    static Evaluator isNull(Evaluator operand) {
        return Computed.condition(frame -> operand.value(frame) == null);
    }

    static Evaluator between(Evaluator operand, Evaluator low, Evaluator high, EvaluationContext context) {
        Evaluator above = Comparison.compile(BinaryOperator.GREATER_OR_EQUAL, operand, low, context);
        Evaluator below = Comparison.compile(BinaryOperator.LESS_OR_EQUAL, operand, high, context);
        return Computed.condition(frame -> {
            if (operand.value(frame) == null || low.value(frame) == null || high.value(frame) == null) {
                return null;
            }
            return isTrue(above.value(frame)) && isTrue(below.value(frame));
        });
    }

    static Evaluator in(Evaluator operand, List<Evaluator> candidates, EvaluationContext context) {
        if (JsonValues.isJson(operand)) {
            JsonValues.requireMember(operand);
            throw new SqlException(GENERIC_ERROR, "Unexpected generic error");
        }
        List<Evaluator> equalities = new ArrayList<>();
        Set<Object> values = new HashSet<>();
        boolean withNull = false;
        for (Evaluator candidate : candidates) {
            if (!(candidate instanceof Constant)) {
                throw SqlException.notSupported("IN with a list that is not constant");
            }
            Evaluator adapted = Comparison.adapted(candidate, operand.type().type(), context);
            Object value = ((Constant) adapted).value();
            if (value == null) {
                withNull = true;
            } else if (isLookedUp(operand.type().type(), value)) {
                values.add(value);
            } else {
                equalities.add(Comparison.compile(BinaryOperator.EQUAL, operand, adapted, context));
            }
        }
        return membership(operand, values, List.copyOf(equalities), withNull ? null : Boolean.FALSE);
    }

    /** Whether equal means {@code equals} for the type's cells and the value. */
    private static boolean isLookedUp(DataType type, Object value) {
        return value instanceof Long
                ? NumberTypes.isLongInteger(type) || type == DataType.TIMESTAMP
                : value instanceof String && NumberTypes.isString(type);
    }

    private static Evaluator membership(
            Evaluator operand, Set<Object> values, List<Evaluator> equalities, @Nullable Boolean missing) {
        return Computed.condition(frame -> {
            Object value = operand.value(frame);
            if (value == null) {
                return null;
            }
            if (values.contains(value)) {
                return true;
            }
            for (Evaluator equality : equalities) {
                if (isTrue(equality.value(frame))) {
                    return true;
                }
            }
            return missing;
        });
    }

    /** LIKE and MATCH, and their negations; NULL matches nothing, and its negation neither. */
    static Evaluator matches(BinaryOperator operator, Evaluator operand, Evaluator pattern) {
        boolean json = JsonValues.isJson(operand);
        if ((!json && !NumberTypes.isString(operand.type().type())) || Constant.isUntypedNull(operand)) {
            throw Arithmetic.invalidOperation();
        }
        if (NumberTypes.isNumber(pattern.type().type())) {
            throw Arithmetic.invalidOperation();
        }
        if (!(pattern instanceof Constant constant) || !(constant.value() instanceof String text)) {
            throw SqlException.notSupported("a pattern that is not a constant string");
        }
        boolean like = operator == BinaryOperator.LIKE || operator == BinaryOperator.NOT_LIKE;
        boolean expected = operator == BinaryOperator.LIKE || operator == BinaryOperator.MATCH;
        Predicate<String> predicate = like ? new LikePattern(text) : RegexPattern.of(text);
        if (json) {
            return JsonValues.matched(operand, predicate, expected);
        }
        return Computed.condition(frame -> {
            Object value = operand.value(frame);
            return value != null && predicate.test((String) value) == expected;
        });
    }
}
