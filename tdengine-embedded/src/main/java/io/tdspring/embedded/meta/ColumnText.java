// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Columns and tags as text. */
final class ColumnText {

    private ColumnText() {}

    /** As CREATE TABLE writes it: {@code VARCHAR(10)}. */
    static String typeOf(Column column) {
        return switch (column.type()) {
            case VARCHAR, NCHAR, VARBINARY, GEOMETRY -> column.type().typeName() + "(" + column.length() + ")";
            case DECIMAL, DECIMAL64 -> describedTypeOf(column);
            default -> column.type().typeName();
        };
    }

    /** As DESCRIBE writes it: lengths are in a column of their own. */
    static String describedTypeOf(Column column) {
        return column.type().isDecimal()
                ? "DECIMAL(" + column.precision() + ", " + column.scale() + ")"
                : column.type().typeName();
    }

    /** A tag as a literal of CREATE TABLE. */
    static String literalOf(Column tag, @Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (tag.type() == DataType.VARCHAR || tag.type() == DataType.NCHAR) {
            return "\"" + value + "\"";
        }
        return textOf(value);
    }

    static String textOf(Object value) {
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        return value.toString();
    }
}
