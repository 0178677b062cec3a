// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Expr;

/** Values of VARBINARY, BLOB and GEOMETRY. */
final class BinaryReader {

    private BinaryReader() {}

    /** Text after {@code \x} is hexadecimal, other text stands for its own bytes. */
    static Object read(ValueContext context, Column column, Expr value) {
        String text = CellReader.textOf(context, value);
        byte[] bytes = BinaryText.bytes(text);
        if (bytes == null) {
            throw context.complaint().about(value, "invalid hexadecimal data");
        }
        return checked(column, bytes);
    }

    static Object readGeometry(ValueContext context, Column column, Expr value) {
        if (!(value instanceof Expr.Literal literal) || !literal.isString()) {
            throw context.complaint().about(value, "Unknown error 65535");
        }
        byte[] binary = WellKnownText.toBinary(literal.text());
        if (binary == null) {
            throw context.complaint().about(value, "Invalid function para value");
        }
        return checked(column, binary);
    }

    private static byte[] checked(Column column, byte[] bytes) {
        if (bytes.length > column.length()) {
            throw CellReader.tooLong(column);
        }
        return bytes;
    }
}
