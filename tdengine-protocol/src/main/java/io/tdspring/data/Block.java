// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import io.tdspring.error.TdConversionException;
import io.tdspring.error.TdengineProtocolException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows in TDengine's column layout, kept as the bytes that arrived.
 *
 * <p>The accessors for primitives box nothing and copy nothing; asked for a NULL cell they throw, so ask {@link #isNull}
 * first. The accessors for objects return null for NULL. A column of a fixed width is a bitmap of NULLs (most
 * significant bit first) and the cells; one of variable width is an offset for each row (−1 for NULL) and the cells, each
 * behind its length.
 *
 * <p>Immutable as long as nobody writes into the buffer it was made from; then safe for use by many threads.
 */
public final class Block {

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private final List<Column> columns;
    private final Precision precision;
    private final int rows;
    private final ByteBuffer bytes;
    private final int[] starts;
    private final int[] dataLengths;

    /**
     * Makes a view of a block whose borders have been checked.
     *
     * @param bytes holds the columns; a duplicate of it is kept, not a copy
     * @param starts for each column, where its bitmap or its offsets begin, counted from index 0 of {@code bytes}
     * @param dataLengths for each column, the bytes behind its bitmap or offsets
     * @throws TdengineProtocolException if a column does not lie within the bytes
     */
    public Block(
            List<Column> columns, Precision precision, int rows, ByteBuffer bytes, int[] starts, int[] dataLengths) {
        this.columns = List.copyOf(columns);
        this.precision = precision;
        this.rows = rows;
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        this.starts = starts.clone();
        this.dataLengths = dataLengths.clone();
        for (int column = 0; column < this.columns.size(); column++) {
            checkBorders(column);
        }
    }

    private void checkBorders(int column) {
        DataType type = columns.get(column).type();
        long end = (long) starts[column] + headBytes(type) + dataLengths[column];
        boolean tooShort = !type.isVariable() && dataLengths[column] < (long) rows * type.width();
        if (rows < 0 || starts[column] < 0 || dataLengths[column] < 0 || end > bytes.limit() || tooShort) {
            throw new TdengineProtocolException("column " + columns.get(column).name() + " exceeds its block");
        }
    }

    private long headBytes(DataType type) {
        return type.isVariable() ? 4L * rows : (rows + 7L) / 8;
    }

    public int rows() {
        return rows;
    }

    public List<Column> columns() {
        return columns;
    }

    /** The unit of this block's timestamps. */
    public Precision precision() {
        return precision;
    }

    public boolean isNull(int column, int row) {
        DataType type = typeOf(column, row);
        if (type.isVariable()) {
            return bytes.getInt(starts[column] + 4 * row) < 0;
        }
        return type == DataType.NULL || (bytes.get(starts[column] + (row >> 3)) & (0x80 >> (row & 7))) != 0;
    }

    /** A BOOL; an integer is true unless it is 0. */
    public boolean booleanAt(int column, int row) {
        return longAt(column, row) != 0;
    }

    /**
     * An integer of any width, a BOOL as 0 or 1, or a TIMESTAMP in units of {@link #precision()}.
     *
     * @throws TdConversionException for other types, for NULL, and for a BIGINT UNSIGNED above {@link Long#MAX_VALUE}
     */
    public long longAt(int column, int row) {
        int at = cell(column, row);
        return switch (columns.get(column).type()) {
            case BOOL -> bytes.get(at) == 0 ? 0 : 1;
            case TINYINT -> bytes.get(at);
            case UTINYINT -> bytes.get(at) & 0xff;
            case SMALLINT -> bytes.getShort(at);
            case USMALLINT -> bytes.getShort(at) & 0xffff;
            case INT -> bytes.getInt(at);
            case UINT -> bytes.getInt(at) & 0xffff_ffffL;
            case BIGINT, TIMESTAMP -> bytes.getLong(at);
            case UBIGINT -> signed(column, bytes.getLong(at));
            default -> throw conversion(column, "long");
        };
    }

    private long signed(int column, long unsigned) {
        if (unsigned < 0) {
            throw new TdConversionException(
                    "a value of column " + columns.get(column).name() + " exceeds long");
        }
        return unsigned;
    }

    /**
     * An integer that fits 32 bits.
     *
     * @throws TdConversionException as {@link #longAt}, and if the value does not fit
     */
    public int intAt(int column, int row) {
        long value = longAt(column, row);
        if (value != (int) value) {
            throw new TdConversionException(
                    "a value of column " + columns.get(column).name() + " exceeds int");
        }
        return (int) value;
    }

    /** A FLOAT, DOUBLE, integer or DECIMAL as the nearest double. */
    public double doubleAt(int column, int row) {
        int at = cell(column, row);
        return switch (columns.get(column).type()) {
            case FLOAT -> bytes.getFloat(at);
            case DOUBLE -> bytes.getDouble(at);
            case DECIMAL, DECIMAL64 -> unscaled(column, at).doubleValue();
            case UBIGINT -> unsigned(bytes.getLong(at)).doubleValue();
            default -> longAt(column, row);
        };
    }

    /** A FLOAT as it is; other numbers as {@link #doubleAt}, rounded. */
    public float floatAt(int column, int row) {
        int at = cell(column, row);
        return columns.get(column).type() == DataType.FLOAT ? bytes.getFloat(at) : (float) doubleAt(column, row);
    }

    /** A VARCHAR (read as UTF-8), NCHAR or JSON; null for NULL. */
    public @Nullable String stringAt(int column, int row) {
        if (isNull(column, row)) {
            return null;
        }
        int at = cell(column, row);
        return switch (columns.get(column).type()) {
            case VARCHAR, JSON -> new String(payload(column, at), StandardCharsets.UTF_8);
            case NCHAR -> new String(payload(column, at), UTF_32LE);
            default -> throw conversion(column, "String");
        };
    }

    /** The bytes of a VARCHAR, VARBINARY, GEOMETRY (WKB), BLOB or JSON; null for NULL. */
    public byte @Nullable [] bytesAt(int column, int row) {
        if (isNull(column, row)) {
            return null;
        }
        int at = cell(column, row);
        return switch (columns.get(column).type()) {
            case VARCHAR, VARBINARY, GEOMETRY, BLOB, JSON -> payload(column, at);
            default -> throw conversion(column, "bytes");
        };
    }

    /** A DECIMAL with its scale, an integer, or a FLOAT or DOUBLE in the digits it prints; null for NULL. */
    public @Nullable BigDecimal decimalAt(int column, int row) {
        if (isNull(column, row)) {
            return null;
        }
        int at = cell(column, row);
        return switch (columns.get(column).type()) {
            case DECIMAL, DECIMAL64 -> unscaled(column, at);
            case UBIGINT -> new BigDecimal(unsigned(bytes.getLong(at)));
            case FLOAT -> decimal(column, bytes.getFloat(at), Float.toString(bytes.getFloat(at)));
            case DOUBLE -> decimal(column, bytes.getDouble(at), Double.toString(bytes.getDouble(at)));
            default -> BigDecimal.valueOf(longAt(column, row));
        };
    }

    /** A TIMESTAMP; null for NULL. */
    public @Nullable Instant instantAt(int column, int row) {
        if (columns.get(column).type() != DataType.TIMESTAMP) {
            throw conversion(column, "Instant");
        }
        return isNull(column, row) ? null : precision.toInstant(bytes.getLong(cell(column, row)));
    }

    /**
     * The value as its natural Java type; null for NULL.
     *
     * <p>BOOL Boolean, TINYINT Byte, SMALLINT and TINYINT UNSIGNED Short, INT and SMALLINT UNSIGNED Integer, BIGINT and
     * INT UNSIGNED Long, BIGINT UNSIGNED BigInteger, FLOAT Float, DOUBLE Double, TIMESTAMP Instant, VARCHAR, NCHAR and
     * JSON String, VARBINARY, GEOMETRY and BLOB byte[], DECIMAL BigDecimal.
     */
    public @Nullable Object valueAt(int column, int row) {
        if (isNull(column, row)) {
            return null;
        }
        int at = cell(column, row);
        return switch (columns.get(column).type()) {
            case NULL -> null;
            case BOOL -> bytes.get(at) != 0;
            case TINYINT -> bytes.get(at);
            case UTINYINT -> (short) (bytes.get(at) & 0xff);
            case SMALLINT -> bytes.getShort(at);
            case USMALLINT -> bytes.getShort(at) & 0xffff;
            case INT -> bytes.getInt(at);
            case UINT -> bytes.getInt(at) & 0xffff_ffffL;
            case BIGINT -> bytes.getLong(at);
            case UBIGINT -> unsigned(bytes.getLong(at));
            case FLOAT -> bytes.getFloat(at);
            case DOUBLE -> bytes.getDouble(at);
            case TIMESTAMP -> precision.toInstant(bytes.getLong(at));
            case DECIMAL, DECIMAL64 -> unscaled(column, at);
            case VARCHAR, NCHAR, JSON -> stringAt(column, row);
            case VARBINARY, GEOMETRY, BLOB -> payload(column, at);
        };
    }

    /** One row of this block. */
    public Row row(int row) {
        Objects.checkIndex(row, rows);
        return new Row(this, row);
    }

    /**
     * Copies a BIGINT or TIMESTAMP column into an array; the elements of NULL cells are arbitrary.
     *
     * @param target at least {@link #rows()} long
     */
    public void copyLongs(int column, long[] target) {
        requireWidth(column, 8, "long[]");
        bytes.duplicate()
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(valuesOf(column))
                .asLongBuffer()
                .get(target, 0, rows);
    }

    /** As {@link #copyLongs}, of an INT or INT UNSIGNED column. */
    public void copyInts(int column, int[] target) {
        requireWidth(column, 4, "int[]");
        bytes.duplicate()
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(valuesOf(column))
                .asIntBuffer()
                .get(target, 0, rows);
    }

    /** As {@link #copyLongs}, of a DOUBLE column. */
    public void copyDoubles(int column, double[] target) {
        if (columns.get(column).type() != DataType.DOUBLE) {
            throw conversion(column, "double[]");
        }
        ByteBuffer from = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(valuesOf(column));
        from.asDoubleBuffer().get(target, 0, rows);
    }

    /** As {@link #copyLongs}, of a FLOAT column. */
    public void copyFloats(int column, float[] target) {
        if (columns.get(column).type() != DataType.FLOAT) {
            throw conversion(column, "float[]");
        }
        ByteBuffer from = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(valuesOf(column));
        from.asFloatBuffer().get(target, 0, rows);
    }

    private void requireWidth(int column, int width, String target) {
        DataType type = columns.get(column).type();
        if (type.width() != width || !(type.isInteger() || type == DataType.TIMESTAMP)) {
            throw conversion(column, target);
        }
    }

    private int valuesOf(int column) {
        return starts[column] + (int) headBytes(columns.get(column).type());
    }

    private DataType typeOf(int column, int row) {
        if (row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException("row " + row + " of " + rows);
        }
        return columns.get(column).type();
    }

    /** Where the cell begins: its value, or for a variable type its length. */
    private int cell(int column, int row) {
        DataType type = typeOf(column, row);
        if (isNull(column, row)) {
            throw new TdConversionException("column " + columns.get(column).name() + " is NULL");
        }
        if (!type.isVariable()) {
            return valuesOf(column) + row * type.width();
        }
        int offset = bytes.getInt(starts[column] + 4 * row);
        if (offset > dataLengths[column] - type.prefixBytes()) {
            throw outside(column);
        }
        return valuesOf(column) + offset;
    }

    private byte[] payload(int column, int at) {
        int prefix = columns.get(column).type().prefixBytes();
        int length = prefix == 4 ? bytes.getInt(at) : bytes.getShort(at) & 0xffff;
        int begin = at + prefix;
        if (length < 0 || length > valuesOf(column) + dataLengths[column] - begin) {
            throw outside(column);
        }
        byte[] value = new byte[length];
        bytes.get(begin, value);
        return value;
    }

    private BigDecimal unscaled(int column, int at) {
        Column of = columns.get(column);
        if (of.type() == DataType.DECIMAL64) {
            return BigDecimal.valueOf(bytes.getLong(at), of.scale());
        }
        byte[] bigEndian = ByteBuffer.allocate(16)
                .putLong(bytes.getLong(at + 8))
                .putLong(bytes.getLong(at))
                .array();
        return new BigDecimal(new BigInteger(bigEndian), of.scale());
    }

    private BigDecimal decimal(int column, double value, String digits) {
        if (!Double.isFinite(value)) {
            throw conversion(column, "BigDecimal where it holds NaN or an infinity");
        }
        return new BigDecimal(digits);
    }

    private static BigInteger unsigned(long bits) {
        BigInteger low = BigInteger.valueOf(bits & Long.MAX_VALUE);
        return bits < 0 ? low.setBit(63) : low;
    }

    private TdConversionException conversion(int column, String target) {
        Column from = columns.get(column);
        return new TdConversionException(
                "column " + from.name() + " of type " + from.type().typeName() + " is no " + target);
    }

    private TdengineProtocolException outside(int column) {
        return new TdengineProtocolException(
                "a cell of column " + columns.get(column).name() + " exceeds its block");
    }
}
