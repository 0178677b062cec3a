// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.value.JsonMembers;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * JSON tags and the values of their keys. Such a value is a string, a number or a truth, known only row by row, and is
 * never equal, less or greater than one of another kind.
 */
final class JsonValues {

    private static final int WRONG_PLACE = 0x072d;

    private JsonValues() {}

    static boolean isJson(Evaluator evaluator) {
        return evaluator.type().type() == DataType.JSON;
    }

    /** Whether this is a tag itself and not the value of one of its keys. */
    static boolean isWhole(Evaluator evaluator) {
        return isJson(evaluator) && evaluator instanceof RowLeaves.Tag;
    }

    /** {@code j->'key'}: the value of the key, NULL if there is none. */
    static Evaluator member(Evaluator json, Expr key) {
        if (!isWhole(json)) {
            throw Arithmetic.invalidOperation();
        }
        String name = key(key);
        return Computed.of(json.type(), json, object -> JsonMembers.member((String) object, name));
    }

    /** {@code j CONTAINS 'key'}. */
    static Evaluator contains(Evaluator json, Expr key) {
        if (!isJson(json)) {
            throw Arithmetic.invalidOperation();
        }
        requireWhole(json);
        String name = key(key);
        return Computed.condition(frame -> {
            Object object = json.value(frame);
            return object != null && JsonMembers.contains((String) object, name);
        });
    }

    private static String key(Expr key) {
        if (key instanceof Expr.Literal literal && literal.isString()) {
            return literal.text();
        }
        throw SqlException.notSupported("a JSON key that is not a string");
    }

    private static void requireWhole(Evaluator json) {
        if (!isWhole(json)) {
            throw wrongPlace();
        }
    }

    /** Whole JSON values can't be compared, matched or counted in. */
    static void requireMember(Evaluator evaluator) {
        if (isWhole(evaluator)) {
            throw wrongPlace();
        }
    }

    private static SqlException wrongPlace() {
        return new SqlException(WRONG_PLACE, "Json not support in this place");
    }

    /** A comparison at least one side of which is JSON. */
    static Evaluator compared(IntPredicate verdict, Evaluator left, Evaluator right) {
        requireComparable(left);
        requireComparable(right);
        return Computed.condition(frame -> {
            Object a = scalar(left, frame);
            Object b = scalar(right, frame);
            return a != null && b != null && a.getClass() == b.getClass() && verdict.test(compare(a, b));
        });
    }

    private static void requireComparable(Evaluator evaluator) {
        requireMember(evaluator);
        DataType type = evaluator.type().type();
        if (!isJson(evaluator) && !NumberTypes.isNumber(type) && !NumberTypes.isString(type) && type != DataType.BOOL) {
            throw SqlException.notSupported("comparison of JSON with " + type.typeName());
        }
    }

    private static @Nullable Object scalar(Evaluator evaluator, Frame frame) {
        Object value = evaluator.value(frame);
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return isJson(evaluator) ? JsonMembers.scalar((String) value) : value;
    }

    /** Of two values of the same kind. */
    private static int compare(Object a, Object b) {
        if (a instanceof String text) {
            return Comparison.ofTexts(text, (String) b);
        }
        return a instanceof Double number
                ? Double.compare(number + 0.0, (Double) b + 0.0)
                : Boolean.compare((Boolean) a, (Boolean) b);
    }

    /** LIKE, MATCH and their negations: no kind but strings meets one of them. */
    static Evaluator matched(Evaluator operand, Predicate<String> predicate, boolean expected) {
        requireMember(operand);
        return Computed.condition(
                frame -> scalar(operand, frame) instanceof String text && predicate.test(text) == expected);
    }

    /** JSON as a number to reckon with; all else as it is. */
    static Evaluator asNumber(Evaluator operand) {
        if (!isJson(operand)) {
            return operand;
        }
        requireMember(operand);
        return Computed.value(DataType.DOUBLE, frame -> {
            Object value = scalar(operand, frame);
            return value == null ? null : (Object) NumberTypes.toDouble(value);
        });
    }

    /** JSON where a condition is expected; all else as it is. */
    static Evaluator asCondition(Evaluator operand) {
        if (!isJson(operand)) {
            return operand;
        }
        requireMember(operand);
        return Computed.condition(frame -> {
            Object value = scalar(operand, frame);
            if (value == null || value instanceof Boolean) {
                return value;
            }
            throw SqlException.notSupported("a JSON value that is no truth as a condition");
        });
    }

    /** JSON as something that can be sorted; all else as it is. */
    static Evaluator asSortKey(Evaluator key) {
        if (!isJson(key)) {
            return key;
        }
        return Computed.value(key.type(), frame -> {
            Object value = scalar(key, frame);
            return value == null ? null : new SortKey(value);
        });
    }

    /** Truths come before numbers, and numbers before strings. */
    record SortKey(Object value) implements Comparable<SortKey> {

        @Override
        public int compareTo(SortKey other) {
            int kinds = Integer.compare(kind(value), kind(other.value));
            return kinds != 0 ? kinds : compare(value, other.value);
        }

        private static int kind(Object value) {
            return value instanceof Boolean ? 0 : value instanceof Double ? 1 : 2;
        }
    }
}
