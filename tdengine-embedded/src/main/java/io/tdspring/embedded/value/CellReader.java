// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the values of a statement into cells by the server's cell conventions.
 *
 * <p>Immutable and thread-safe.
 */
public final class CellReader {

    private static final int VALUE_TOO_LONG = 0x2653;

    private final ValueContext context;

    public CellReader(ValueContext context) {
        this.context = context;
    }

    /**
     * The cell for a value.
     *
     * @return null for NULL
     * @throws SqlException if the column can't hold the value
     */
    public @Nullable Object read(Column column, Expr value) {
        if (value instanceof Expr.Literal literal && literal.value() == null) {
            return null;
        }
        return switch (column.type()) {
            case TIMESTAMP -> TimestampReader.read(context, value);
            case BOOL -> NumberReader.readBool(context, value);
            case FLOAT, DOUBLE -> NumberReader.readFraction(context, column.type(), value);
            case DECIMAL, DECIMAL64 -> DecimalReader.read(column, value);
            case VARCHAR, NCHAR -> TextReader.read(context, column, value);
            case VARBINARY, BLOB -> BinaryReader.read(context, column, value);
            case GEOMETRY -> BinaryReader.readGeometry(context, column, value);
            case JSON -> JsonText.read(context, column, value);
            default -> IntegerReader.read(context, column.type(), value);
        };
    }

    static SqlException tooLong(Column column) {
        return new SqlException(VALUE_TOO_LONG, "Value too long for column/tag: " + column.name());
    }

    /** The text of a literal, or the word of a function without arguments: {@code now}. */
    static String textOf(ValueContext context, Expr value) {
        if (value instanceof Expr.Literal literal) {
            return literal.text();
        }
        if (value instanceof Expr.FunctionCall call && call.arguments().isEmpty()) {
            return call.name();
        }
        throw context.complaint().about(value, "invalid data or symbol");
    }

    /** Whether this is the string 'null', which columns of numbers take for NULL. */
    static boolean isNullText(Expr value) {
        return value instanceof Expr.Literal literal
                && literal.isString()
                && literal.text().equalsIgnoreCase("null");
    }
}
