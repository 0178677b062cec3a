// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.stmt.BoundValues;
import java.math.BigInteger;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The parameters of a query as the literals they stand for. */
final class ParameterLiterals {

    private ParameterLiterals() {}

    /** The literal for a parameter's one value. */
    static Expr.Literal of(BoundValues parameter) {
        Object value = parameter.isValue(0) ? value(BoundCells.typeOf(parameter), parameter) : null;
        return new Expr.Literal(value, value == null ? "null" : value.toString(), 0);
    }

    private static @Nullable Object value(DataType type, BoundValues parameter) {
        return switch (type) {
            case NULL -> null;
            case BOOL -> parameter.longAt(0) != 0;
            case FLOAT -> (double) Float.intBitsToFloat((int) parameter.longAt(0));
            case DOUBLE -> Double.longBitsToDouble(parameter.longAt(0));
            case VARCHAR, NCHAR, JSON -> parameter.textAt(0);
            case VARBINARY, GEOMETRY, BLOB -> "\\x" + HexFormat.of().formatHex(parameter.bytesAt(0));
            case DECIMAL, DECIMAL64 -> throw SqlException.notSupported("A parameter of type DECIMAL");
            case UBIGINT -> unsigned(new BigInteger(Long.toUnsignedString(parameter.longAt(0))));
            default -> BoundCells.integer(type, parameter.longAt(0));
        };
    }

    /** Beyond 64 bits with a sign a literal has a larger number. */
    private static Object unsigned(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }
}
