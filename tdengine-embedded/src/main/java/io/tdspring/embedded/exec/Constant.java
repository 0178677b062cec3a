// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.value.TimestampText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The same value for every row. */
record Constant(Column type, @Nullable Object value, boolean isCondition) implements Evaluator {

    private static final BigInteger LARGEST =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    /** A value of a type of fixed width. */
    static Constant of(DataType type, @Nullable Object value) {
        return new Constant(Column.of("", type), value, false);
    }

    /** A VARCHAR just long enough. */
    static Constant text(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return new Constant(Column.of("", DataType.VARCHAR, bytes), text, false);
    }

    static Constant truth(boolean truth) {
        return new Constant(Column.of("", DataType.BOOL), truth, true);
    }

    static Constant of(Expr.Literal literal) {
        Object value = literal.value();
        if (value == null) {
            return new Constant(Column.of("", DataType.VARCHAR, 0), null, false);
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Long) {
            return of(DataType.BIGINT, value);
        }
        if (value instanceof BigInteger whole) {
            return of(DataType.UBIGINT, whole.min(LARGEST));
        }
        return of(value instanceof Double ? DataType.DOUBLE : DataType.BOOL, value);
    }

    static Constant of(Expr.TimestampLiteral literal, EvaluationContext context) {
        long moment = TimestampText.parse(literal.value(), context.zone(), context.precision())
                .orElseThrow(() -> new SqlException(0x2605, "Invalid value type: " + literal.value()));
        return of(DataType.TIMESTAMP, moment);
    }

    /** Whether this is NULL for every row. */
    static boolean isNull(Evaluator evaluator) {
        return evaluator instanceof Constant constant && constant.value == null;
    }

    /** Whether this is the literal NULL, which has no type of its own. */
    static boolean isUntypedNull(Evaluator evaluator) {
        return isNull(evaluator)
                && evaluator.type().type() == DataType.VARCHAR
                && evaluator.type().length() == 0;
    }

    @Override
    public @Nullable Object value(Frame frame) {
        return value;
    }
}
