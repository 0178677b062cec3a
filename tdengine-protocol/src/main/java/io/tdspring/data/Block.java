// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import static io.tdspring.data.LittleEndian.f32;
import static io.tdspring.data.LittleEndian.f64;
import static io.tdspring.data.LittleEndian.i16;
import static io.tdspring.data.LittleEndian.i32;
import static io.tdspring.data.LittleEndian.i64;

import io.tdspring.error.TdConversionException;
import io.tdspring.error.TdengineProtocolException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
 * <p>Immutable as long as nobody writes into the buffer it was made from; then safe for use by many threads. A block that
 * is <em>lent</em> loses its memory to another block when the loan ends: what was read of it as a primitive, String,
 * array or any other object stays, but the block itself and its {@link Row}s hold arbitrary values from then on.
 */
public final class Block {

    /** Where {@link #layout} has what of a column; each has {@link #STRIDE} elements. */
    private static final int TYPE = 0;

    private static final int HEAD = 1;
    private static final int VALUES = 2;
    private static final int END = 3;
    private static final int STRIDE = 4;

    /** In the type of a column of fixed width that has NULLs; that of others is not asked row by row. */
    private static final int WITH_NULLS = 0x100;

    /** In the type of a VARCHAR column all whose texts are ASCII, which makes them at half the price. */
    private static final int ASCII = 0x100;

    /** Set in bytes that are not ASCII. */
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private static final int NULL_TYPE = DataType.NULL.code();
    private static final int BOOL_TYPE = DataType.BOOL.code();
    private static final int INT_TYPE = DataType.INT.code();
    private static final int BIGINT_TYPE = DataType.BIGINT.code();
    private static final int TIMESTAMP_TYPE = DataType.TIMESTAMP.code();
    private static final int FLOAT_TYPE = DataType.FLOAT.code();
    private static final int DOUBLE_TYPE = DataType.DOUBLE.code();
    private static final int VARCHAR_TYPE = -DataType.VARCHAR.code();
    private static final int ASCII_TYPE = -(DataType.VARCHAR.code() | ASCII);
    private static final int NCHAR_TYPE = -DataType.NCHAR.code();

    private final List<Column> columns;
    private final Precision precision;
    private final int rows;
    private final byte[] bytes;

    /**
     * Of each column the code of its type, less than 0 if variable, with {@link #WITH_NULLS} or {@link #ASCII}, and where
     * bitmap or offsets, cells and it end.
     */
    private final int[] layout;

    /**
     * Makes a view of a block and checks its borders.
     *
     * @param bytes holds the columns; a view of its array is kept, or a copy if it does not give its array away
     * @param starts for each column, where its bitmap or its offsets begin, counted from index 0 of {@code bytes}
     * @param dataLengths for each column, the bytes behind its bitmap or offsets
     * @throws TdengineProtocolException if a column does not lie within the bytes
     */
    public Block(
            List<Column> columns, Precision precision, int rows, ByteBuffer bytes, int[] starts, int[] dataLengths) {
        this.columns = List.copyOf(columns);
        this.precision = precision;
        this.rows = rows;
        int limit = bytes.limit();
        this.bytes = bytes.hasArray() ? bytes.array() : copy(bytes);
        int origin = bytes.hasArray() ? bytes.arrayOffset() : 0;
        this.layout = new int[STRIDE * this.columns.size()];
        for (int column = 0; column < this.columns.size(); column++) {
            place(column, starts[column], dataLengths[column], origin, limit);
        }
    }

    private static byte[] copy(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.limit()];
        bytes.get(0, copy);
        return copy;
    }

    private void place(int column, int start, int dataLength, int origin, int limit) {
        DataType type = columns.get(column).type();
        long head = type.isVariable() ? 4L * rows : (rows + 7L) / 8;
        long end = start + head + dataLength;
        boolean tooShort = !type.isVariable() && dataLength < (long) rows * type.width();
        if (rows < 0 || start < 0 || dataLength < 0 || end > limit || tooShort) {
            throw new TdengineProtocolException("column " + columns.get(column).name() + " exceeds its block");
        }
        int at = STRIDE * column;
        layout[at + HEAD] = origin + start;
        layout[at + VALUES] = origin + start + (int) head;
        layout[at + END] = origin + (int) end;
        layout[at + TYPE] = kindOf(type, layout[at + HEAD], layout[at + VALUES], layout[at + END]);
    }

    private int kindOf(DataType type, int head, int values, int end) {
        if (type == DataType.VARCHAR) {
            return (bitsOf(values, end) & HIGH_BITS) == 0 ? ASCII_TYPE : VARCHAR_TYPE;
        }
        if (type.isVariable() || type == DataType.NULL) {
            return -type.code();
        }
        return bitsOf(head, values) == 0 ? type.code() : type.code() | WITH_NULLS;
    }

    /** All these bytes laid over one another, eight by eight. */
    private long bitsOf(int from, int until) {
        long all = 0;
        int at = from;
        for (; at <= until - Long.BYTES; at += Long.BYTES) {
            all |= i64(bytes, at);
        }
        for (; at < until; at++) {
            all |= bytes[at] & 0xff;
        }
        return all;
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
        int type = layout[STRIDE * column + TYPE];
        if (type > 0) {
            return !hasValue(type, column, row);
        }
        Objects.checkIndex(row, rows);
        return type == NULL_TYPE || i32(bytes, layout[STRIDE * column + HEAD] + 4 * row) < 0;
    }

    /** Whether a cell of fixed width is not NULL. */
    private boolean hasValue(int type, int column, int row) {
        Objects.checkIndex(row, rows);
        return type < WITH_NULLS || (bytes[layout[STRIDE * column + HEAD] + (row >> 3)] & (0x80 >> (row & 7))) == 0;
    }

    /** A BOOL; an integer is true unless it is 0. */
    public boolean booleanAt(int column, int row) {
        int type = layout[STRIDE * column + TYPE];
        if ((type & ~WITH_NULLS) == BOOL_TYPE && hasValue(type, column, row)) {
            return bytes[layout[STRIDE * column + VALUES] + row] != 0;
        }
        return longAt(column, row) != 0;
    }

    /**
     * An integer of any width, a BOOL as 0 or 1, or a TIMESTAMP in units of {@link #precision()}.
     *
     * @throws TdConversionException for other types, for NULL, and for a BIGINT UNSIGNED above {@link Long#MAX_VALUE}
     */
    public long longAt(int column, int row) {
        int type = layout[STRIDE * column + TYPE];
        int kind = type & ~WITH_NULLS;
        if ((kind == TIMESTAMP_TYPE || kind == BIGINT_TYPE) && hasValue(type, column, row)) {
            return i64(bytes, layout[STRIDE * column + VALUES] + 8 * row);
        }
        return Conversion.toLong(this, column, row);
    }

    /**
     * An integer that fits 32 bits.
     *
     * @throws TdConversionException as {@link #longAt}, and if the value does not fit
     */
    public int intAt(int column, int row) {
        int type = layout[STRIDE * column + TYPE];
        if ((type & ~WITH_NULLS) == INT_TYPE && hasValue(type, column, row)) {
            return i32(bytes, layout[STRIDE * column + VALUES] + 4 * row);
        }
        return Conversion.toInt(this, column, row);
    }

    /** A FLOAT, DOUBLE, integer or DECIMAL as the nearest double. */
    public double doubleAt(int column, int row) {
        int type = layout[STRIDE * column + TYPE];
        if ((type & ~WITH_NULLS) == DOUBLE_TYPE && hasValue(type, column, row)) {
            return f64(bytes, layout[STRIDE * column + VALUES] + 8 * row);
        }
        return Conversion.toDouble(this, column, row);
    }

    /** A FLOAT as it is; other numbers as {@link #doubleAt}, rounded. */
    public float floatAt(int column, int row) {
        int type = layout[STRIDE * column + TYPE];
        if ((type & ~WITH_NULLS) == FLOAT_TYPE && hasValue(type, column, row)) {
            return f32(bytes, layout[STRIDE * column + VALUES] + 4 * row);
        }
        return (float) Conversion.toDouble(this, column, row);
    }

    /** A VARCHAR (read as UTF-8), NCHAR or JSON; null for NULL. */
    public @Nullable String stringAt(int column, int row) {
        int type = layout[STRIDE * column + TYPE];
        if (type != ASCII_TYPE && type != VARCHAR_TYPE && type != NCHAR_TYPE) {
            return isNull(column, row) ? null : Conversion.toText(this, column, row);
        }
        Objects.checkIndex(row, rows);
        int offset = i32(bytes, layout[STRIDE * column + HEAD] + 4 * row);
        if (offset < 0) {
            return null;
        }
        int values = layout[STRIDE * column + VALUES];
        int room = layout[STRIDE * column + END] - values - Short.BYTES - offset;
        int length = room < 0 ? 0 : i16(bytes, values + offset) & 0xffff;
        if (length > room) {
            throw Conversion.outside(this, column);
        }
        int from = values + offset + Short.BYTES;
        if (type == ASCII_TYPE) {
            return ascii(from, length);
        }
        return type == VARCHAR_TYPE
                ? new String(bytes, from, length, StandardCharsets.UTF_8)
                : Ucs4Text.decode(bytes, from, length);
    }

    // Deprecated since it takes a byte for a character, which in ASCII it is; by a character set this takes twice the
    // time.
    @SuppressWarnings("deprecation")
    private String ascii(int from, int length) {
        return new String(bytes, 0, from, length);
    }

    /** The bytes of a VARCHAR, VARBINARY, GEOMETRY (WKB), BLOB or JSON; null for NULL. */
    public byte @Nullable [] bytesAt(int column, int row) {
        return isNull(column, row) ? null : Conversion.toBytes(this, column, row);
    }

    /** A DECIMAL with its scale, an integer, or a FLOAT or DOUBLE in the digits it prints; null for NULL. */
    public @Nullable BigDecimal decimalAt(int column, int row) {
        return isNull(column, row) ? null : Conversion.toDecimal(this, column, row);
    }

    /** A TIMESTAMP; null for NULL. */
    public @Nullable Instant instantAt(int column, int row) {
        if (typeOf(column) != DataType.TIMESTAMP) {
            throw Conversion.refused(this, column, "Instant");
        }
        return isNull(column, row) ? null : precision.toInstant(longAt(column, row));
    }

    /**
     * The value as its natural Java type; null for NULL.
     *
     * <p>BOOL Boolean, TINYINT Byte, SMALLINT and TINYINT UNSIGNED Short, INT and SMALLINT UNSIGNED Integer, BIGINT and
     * INT UNSIGNED Long, BIGINT UNSIGNED BigInteger, FLOAT Float, DOUBLE Double, TIMESTAMP Instant, VARCHAR, NCHAR and
     * JSON String, VARBINARY, GEOMETRY and BLOB byte[], DECIMAL BigDecimal.
     */
    public @Nullable Object valueAt(int column, int row) {
        return isNull(column, row) ? null : Conversion.toObject(this, column, row);
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
        cells(column).asLongBuffer().get(target, 0, rows);
    }

    /** As {@link #copyLongs}, of an INT or INT UNSIGNED column. */
    public void copyInts(int column, int[] target) {
        requireWidth(column, 4, "int[]");
        cells(column).asIntBuffer().get(target, 0, rows);
    }

    /** As {@link #copyLongs}, of a DOUBLE column. */
    public void copyDoubles(int column, double[] target) {
        if (typeOf(column) != DataType.DOUBLE) {
            throw Conversion.refused(this, column, "double[]");
        }
        cells(column).asDoubleBuffer().get(target, 0, rows);
    }

    /** As {@link #copyLongs}, of a FLOAT column. */
    public void copyFloats(int column, float[] target) {
        if (typeOf(column) != DataType.FLOAT) {
            throw Conversion.refused(this, column, "float[]");
        }
        cells(column).asFloatBuffer().get(target, 0, rows);
    }

    private void requireWidth(int column, int width, String target) {
        DataType type = typeOf(column);
        if (type.width() != width || !(type.isInteger() || type == DataType.TIMESTAMP)) {
            throw Conversion.refused(this, column, target);
        }
    }

    private ByteBuffer cells(int column) {
        int from = layout[STRIDE * column + VALUES];
        int length = layout[STRIDE * column + END] - from;
        return ByteBuffer.wrap(bytes, from, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    DataType typeOf(int column) {
        return columns.get(column).type();
    }

    /**
     * Where a cell that is not NULL begins: its value, or for a variable type its length.
     *
     * @throws TdengineProtocolException if it lies outside its column
     */
    int placeOf(int column, int row) {
        DataType type = typeOf(column);
        int values = layout[STRIDE * column + VALUES];
        if (!type.isVariable()) {
            return values + row * type.width();
        }
        int offset = i32(bytes, layout[STRIDE * column + HEAD] + 4 * row);
        if (offset > endOf(column) - values - type.prefixBytes()) {
            throw Conversion.outside(this, column);
        }
        return values + offset;
    }

    /** Where a column ends. */
    int endOf(int column) {
        return layout[STRIDE * column + END];
    }

    byte[] array() {
        return bytes;
    }
}
