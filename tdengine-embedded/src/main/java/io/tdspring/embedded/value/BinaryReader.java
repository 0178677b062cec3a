// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Expr;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Values of VARBINARY, BLOB and GEOMETRY. */
final class BinaryReader {

    private static final String HEX_PREFIX = "\\x";

    private BinaryReader() {}

    /** Text after {@code \x} is hexadecimal, other text stands for its own bytes. */
    static Object read(ValueContext context, Column column, Expr value) {
        String text = CellReader.textOf(context, value);
        return checked(column, text.startsWith(HEX_PREFIX) ? hex(context, value, text) : bytes(text));
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

    private static byte[] hex(ValueContext context, Expr value, String text) {
        try {
            return HexFormat.of().parseHex(text, HEX_PREFIX.length(), text.length());
        } catch (IllegalArgumentException e) {
            throw context.complaint().about(value, "invalid hexadecimal data");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] checked(Column column, byte[] bytes) {
        if (bytes.length > column.length()) {
            throw CellReader.tooLong(column);
        }
        return bytes;
    }
}
