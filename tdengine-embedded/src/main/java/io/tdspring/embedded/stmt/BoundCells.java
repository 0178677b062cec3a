// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.CellArray;
import io.tdspring.embedded.store.RowBatch;
import io.tdspring.embedded.value.CellReader;
import io.tdspring.protocol.stmt.BoundValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The values bound to a column or tag as cells by the server's cell conventions. Immutable. */
final class BoundCells {

    private static final int INVALID_OPERATION = 0x0200;
    private static final int TOO_LONG = 0x2653;
    private static final int DECIMAL_OVERFLOW = 0x013d;

    private final Column column;
    private final BoundValues values;
    private final CellReader json;

    private BoundCells(Column column, BoundValues values, CellReader json) {
        this.column = column;
        this.values = values;
        this.json = json;
    }

    /**
     * The cells of a column.
     *
     * @param json reads what TDengine itself reads as text
     * @throws SqlException 0x0200 if the values are of another type
     */
    static BoundCells of(Column column, BoundValues values, CellReader json) {
        if (values.typeCode() != column.type().code()) {
            throw wrongType();
        }
        return new BoundCells(column, values, json);
    }

    static SqlException wrongType() {
        return new SqlException(INVALID_OPERATION, "column type mis-match with buffer type");
    }

    /** The type of bound values. */
    static DataType typeOf(BoundValues values) {
        try {
            return DataType.of(values.typeCode());
        } catch (IllegalArgumentException e) {
            throw wrongType();
        }
    }

    int rows() {
        return values.rows();
    }

    /** Whether there is a cell that is {@link RowBatch#NONE}. */
    boolean hasNone() {
        return values.hasNone();
    }

    /** Whether each row has a value. */
    boolean isComplete() {
        return values.nulls().isEmpty();
    }

    /** The value of a row of an integer type or TIMESTAMP. */
    long longAt(int row) {
        return values.longAt(row);
    }

    /** The cells of all rows, of which each has a value or NULL. */
    CellArray array() {
        DataType type = column.type();
        if (!type.isVariable() && !type.isDecimal()) {
            return CellArray.ofBytes(type, rows(), values.fixedValues(), values.nulls());
        }
        @Nullable Object[] cells = new @Nullable Object[rows()];
        for (int row = 0; row < cells.length; row++) {
            cells[row] = cell(row);
        }
        return CellArray.of(type, cells);
    }

    /** The cell of a row: a value, null for NULL, or {@link RowBatch#NONE}. */
    @Nullable
    Object cell(int row) {
        if (values.isNone(row)) {
            return RowBatch.NONE;
        }
        if (!values.isValue(row)) {
            return null;
        }
        return switch (column.type()) {
            case BOOL -> values.longAt(row) != 0;
            case FLOAT -> Float.intBitsToFloat((int) values.longAt(row));
            case DOUBLE -> Double.longBitsToDouble(values.longAt(row));
            case UBIGINT -> new BigInteger(Long.toUnsignedString(values.longAt(row)));
            case DECIMAL, DECIMAL64 -> decimal(row);
            case VARCHAR, NCHAR -> text(row);
            case VARBINARY, GEOMETRY, BLOB -> bytes(row);
            case JSON -> {
                String text = values.textAt(row);
                yield json.read(column, new Expr.Literal(text, text, 0));
            }
            default -> integer(column.type(), values.longAt(row));
        };
    }

    /** The value of an integer type of up to 64 bits, or of a timestamp. */
    static Long integer(DataType type, long value) {
        return switch (type) {
            case UTINYINT -> value & 0xff;
            case USMALLINT -> value & 0xffff;
            case UINT -> value & 0xffff_ffffL;
            default -> value;
        };
    }

    private BigDecimal decimal(int row) {
        byte[] littleEndian = values.bytesAt(row);
        byte[] bytes = new byte[littleEndian.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = littleEndian[bytes.length - 1 - i];
        }
        BigDecimal value = new BigDecimal(new BigInteger(bytes), column.scale());
        if (value.precision() > column.precision()) {
            throw new SqlException(DECIMAL_OVERFLOW, "Decimal value overflow");
        }
        return value;
    }

    private String text(int row) {
        String text = values.textAt(row);
        if (column.type() == DataType.NCHAR) {
            if (text.codePointCount(0, text.length()) > column.length()) {
                throw tooLong(": " + column.name());
            }
        } else if (values.bytes(row) > column.length()) {
            throw tooLong("");
        }
        return text;
    }

    private byte[] bytes(int row) {
        byte[] bytes = values.bytesAt(row);
        if (bytes.length > column.length()) {
            throw tooLong("");
        }
        return bytes;
    }

    /** Only an NCHAR is named. */
    private static SqlException tooLong(String name) {
        return new SqlException(TOO_LONG, "Value too long for column/tag" + name);
    }
}
