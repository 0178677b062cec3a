// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TypeDefinition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;

/** CAST to DECIMAL: rounds what is behind the last digit, and fails for what is too large. */
final class DecimalCasts {

    private static final int INVALID_FORMAT = 0x0132;
    /** As the server declares a constant. */
    private static final int CONSTANT_LENGTH = 64;

    private DecimalCasts() {}

    static Evaluator compile(Evaluator operand, TypeDefinition target) {
        Column type = Column.decimal("", target.precision(), target.scale());
        Column declared = operand instanceof Constant
                ? new Column("", type.type(), CONSTANT_LENGTH, type.precision(), type.scale())
                : type;
        Function<Object, BigDecimal> conversion = conversion(operand);
        return Computed.of(declared, operand, value -> Decimals.fitted(conversion.apply(value), type));
    }

    /** Constant texts count up to their point; what texts of columns are is not all known. */
    private static Function<Object, BigDecimal> conversion(Evaluator operand) {
        DataType from = operand.type().type();
        if (from.isDecimal()) {
            return value -> (BigDecimal) value;
        }
        if (NumberTypes.isFraction(from)) {
            return DecimalCasts::exact;
        }
        if (from.isInteger() || from == DataType.TIMESTAMP) {
            return value ->
                    new BigDecimal(value instanceof BigInteger whole ? whole : BigInteger.valueOf((Long) value));
        }
        if (from == DataType.VARCHAR && operand instanceof Constant) {
            return value -> BigDecimal.valueOf(TextNumbers.toLong((String) value));
        }
        if (from == DataType.NCHAR) {
            return DecimalCasts::ofWideText;
        }
        throw SqlException.notSupported("CAST of " + from.typeName() + " as DECIMAL");
    }

    private static BigDecimal exact(Object value) {
        double number = NumberTypes.toDouble(value);
        if (!Double.isFinite(number)) {
            throw SqlException.notSupported("CAST of an infinite number as DECIMAL");
        }
        return new BigDecimal(number);
    }

    private static BigDecimal ofWideText(Object value) {
        if (!Character.isDigit(((String) value).codePointAt(0))) {
            throw new SqlException(INVALID_FORMAT, "Invalid data format");
        }
        throw SqlException.notSupported("CAST of such an NCHAR as DECIMAL");
    }
}
