// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.SqlException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CASE: the result of the first branch whose condition is true, as the type that all results have in common. */
final class CaseBranches {

    /** The length of numbers that became text beside text or other numbers. */
    private static final int NUMBER_TEXT = 63;

    /** A NULL among texts counts for this many bytes. */
    private static final int NULL_BYTES = 2;

    private static final int NCHAR_BYTES = 4;

    private CaseBranches() {}

    /** WHEN and THEN. */
    record Branch(Evaluator condition, Evaluator result) {}

    static Evaluator compile(List<Branch> branches, @Nullable Evaluator otherwise) {
        List<Evaluator> results = new ArrayList<>();
        branches.forEach(branch -> results.add(branch.result()));
        if (otherwise != null) {
            results.add(otherwise);
        }
        Column type = common(results, otherwise == null);
        return new Computed(type, false, frame -> {
            for (Branch branch : branches) {
                if (Conditions.isTrue(branch.condition().value(frame))) {
                    return converted(branch.result().value(frame), type);
                }
            }
            return otherwise == null ? null : converted(otherwise.value(frame), type);
        });
    }

    private static Column common(List<Evaluator> results, boolean nullable) {
        Column common = null;
        boolean withNull = nullable;
        for (Evaluator result : results) {
            if (Constant.isUntypedNull(result)) {
                withNull = true;
            } else {
                common = common == null ? result.type() : common(common, result.type());
            }
        }
        if (common == null) {
            return Column.of("", DataType.VARCHAR, 0);
        }
        return withNull && common.type() == DataType.VARCHAR
                ? Column.of("", DataType.VARCHAR, Math.max(common.length(), NULL_BYTES))
                : common;
    }

    private static Column common(Column a, Column b) {
        DataType x = a.type();
        DataType y = b.type();
        if (x == y) {
            return sameType(a, b);
        }
        if (isSmall(x) && isSmall(y)) {
            return x.code() > y.code() ? a : b;
        }
        if ((x.isDecimal() && NumberTypes.isFraction(y)) || (y.isDecimal() && NumberTypes.isFraction(x))) {
            return Column.of("", DataType.DOUBLE);
        }
        if (x.isDecimal() && y.isDecimal()) {
            return Decimals.common(a, b);
        }
        if (isWidened(a, b) || isWidened(b, a)) {
            return x == DataType.NCHAR ? a : b;
        }
        if (isMixed(x) && isMixed(y)) {
            return Column.of("", DataType.VARCHAR, NUMBER_TEXT);
        }
        throw SqlException.notSupported("CASE with results of " + x.typeName() + " and " + y.typeName());
    }

    private static Column sameType(Column a, Column b) {
        if (a.type().isDecimal()) {
            return Decimals.common(a, b);
        }
        return a.length() >= b.length() ? a : b;
    }

    /** Whether a VARCHAR has no more bytes than an NCHAR. */
    private static boolean isWidened(Column narrow, Column wide) {
        return narrow.type() == DataType.VARCHAR
                && wide.type() == DataType.NCHAR
                && narrow.length() <= wide.length() * NCHAR_BYTES;
    }

    /** BOOL and the signed integers, which fit into each other in this order. */
    private static boolean isSmall(DataType type) {
        return type == DataType.BOOL || (type.isInteger() && type.code() <= DataType.BIGINT.code());
    }

    /** These become text when they meet each other. */
    private static boolean isMixed(DataType type) {
        return type == DataType.VARCHAR
                || type == DataType.INT
                || type == DataType.BIGINT
                || type == DataType.UBIGINT
                || type == DataType.DOUBLE;
    }

    private static @Nullable Object converted(@Nullable Object value, Column type) {
        if (value == null) {
            return null;
        }
        return switch (type.type()) {
            case VARCHAR -> value instanceof Double number ? TextNumbers.toText(number) : value.toString();
            case TINYINT, SMALLINT, INT, BIGINT ->
                value instanceof Boolean ? (Object) NumberTypes.toLong(value) : value;
            case NCHAR -> fitted((String) value, type.length());
            case DECIMAL, DECIMAL64 -> Decimals.fitted((BigDecimal) value, type);
            case DOUBLE -> NumberTypes.toDouble(value);
            default -> value;
        };
    }

    private static String fitted(String text, int characters) {
        if (text.codePointCount(0, text.length()) > characters) {
            throw SqlException.notSupported("CASE with a VARCHAR longer than the NCHAR beside it");
        }
        return text;
    }
}
