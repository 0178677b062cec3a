// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of FLOAT, DOUBLE and BOOL. */
final class NumberReader {

    private NumberReader() {}

    static @Nullable Object readFraction(ValueContext context, DataType type, Expr value) {
        if (CellReader.isNullText(value)) {
            return null;
        }
        double number = fraction(context, value);
        if (type == DataType.FLOAT && !Float.isInfinite((float) number)) {
            return (float) number;
        }
        if (type == DataType.DOUBLE && !Double.isInfinite(number)) {
            return number;
        }
        throw context.complaint().about(value, "illegal float data");
    }

    private static double fraction(ValueContext context, Expr value) {
        if (value instanceof Expr.Literal literal && literal.value() instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Expr.Literal literal && literal.isString()) {
            if (literal.text().isEmpty()) {
                throw context.complaint().about(value, "invalid numeric data");
            }
            BigDecimal number = NumberText.parse(literal.text());
            if (number != null) {
                return number.doubleValue();
            }
        }
        throw context.complaint().about(value, "illegal float data");
    }

    static @Nullable Object readBool(ValueContext context, Expr value) {
        if (CellReader.isNullText(value)) {
            return null;
        }
        if (value instanceof Expr.Literal literal) {
            if (literal.value() instanceof Boolean truth) {
                return truth;
            }
            if (literal.value() instanceof Number number) {
                return number.doubleValue() != 0;
            }
            String text = literal.text().toLowerCase(Locale.ROOT);
            if (text.equals("true") || text.equals("false")) {
                return text.equals("true");
            }
            BigDecimal number = NumberText.parse(text);
            if (number != null) {
                return number.signum() != 0;
            }
        }
        throw context.complaint().about(value, "invalid bool data");
    }
}
