// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.block;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.error.TdengineProtocolException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads raw blocks.
 *
 * <pre>
 * 0         4        8      12        16     20         28             28+5C           28+9C
 * | version | length | rows | columns | flag | group_id | C × schema   | C × length    | column data | 0
 * | i32     | i32    | i32  | i32 = C | u32  | u64      | u8 type, i32 | i32, no heads |             | u8
 * </pre>
 *
 * <p>A column's data is a bitmap of NULLs and the cells, or for types of variable width an offset for each row and the
 * cells; its length counts the cells alone. The version is ignored, for the lengths are little-endian in all versions
 * that reach a client. The last byte may be missing.
 */
public final class RawBlock {

    private static final int HEADER_BYTES = 28;
    private static final int SCHEMA_BYTES = 5;

    private final ByteBuffer in;
    private final int rows;
    private final int columnCount;

    private RawBlock(ByteBuffer bytes) {
        this.in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < HEADER_BYTES) {
            throw new TdengineProtocolException("block is cut short: " + in.remaining() + " bytes");
        }
        int length = in.getInt(4);
        if (length < HEADER_BYTES || length > in.remaining()) {
            throw new TdengineProtocolException(
                    "block says that it has " + length + " bytes, and " + in.remaining() + " are there");
        }
        this.rows = in.getInt(8);
        this.columnCount = in.getInt(12);
        if (rows < 0 || columnCount < 1 || (length - HEADER_BYTES) / (SCHEMA_BYTES + 4) < columnCount) {
            throw new TdengineProtocolException(
                    "block of " + length + " bytes says that it has " + rows + " rows and " + columnCount + " columns");
        }
        in.limit(length);
    }

    /**
     * Makes a block of bytes that arrived, after checking that its columns lie within them; cells are checked when they
     * are read.
     *
     * @param bytes from the buffer's position on; kept as a view, not copied, so they must not change any more
     * @param columns the result's columns; precision and scale of a DECIMAL are taken from the block where they are 0
     * @throws TdengineProtocolException if the bytes are malformed, or if the columns are not the block's
     */
    public static Block read(ByteBuffer bytes, List<Column> columns, Precision precision) {
        RawBlock raw = new RawBlock(bytes);
        if (columns.size() != raw.columnCount) {
            throw new TdengineProtocolException(
                    "block has " + raw.columnCount + " columns, and its result has " + columns.size());
        }
        return raw.toBlock(raw.match(columns), precision);
    }

    /**
     * As {@link #read}, but with the types of the given columns instead of those that the block names.
     *
     * @throws TdengineProtocolException if the bytes are malformed or cannot hold such columns
     */
    public static Block readAs(ByteBuffer bytes, List<Column> columns, Precision precision) {
        RawBlock raw = new RawBlock(bytes);
        if (columns.size() != raw.columnCount) {
            throw new TdengineProtocolException(
                    "block has " + raw.columnCount + " columns, and " + columns.size() + " are expected");
        }
        return raw.toBlock(columns, precision);
    }

    /**
     * The columns as the block describes them, with empty names.
     *
     * @throws TdengineProtocolException if the bytes are malformed
     */
    public static List<Column> schemaOf(ByteBuffer bytes) {
        RawBlock raw = new RawBlock(bytes);
        List<Column> columns = new ArrayList<>(raw.columnCount);
        for (int column = 0; column < raw.columnCount; column++) {
            columns.add(raw.schema(column));
        }
        return List.copyOf(columns);
    }

    private Column schema(int column) {
        int at = HEADER_BYTES + SCHEMA_BYTES * column;
        return ColumnSchema.read(in.get(at) & 0xff, in.getInt(at + 1));
    }

    /** The given columns themselves wherever they say all there is to know, which spares a list for each block. */
    private List<Column> match(List<Column> columns) {
        boolean complete = true;
        for (int i = 0; i < columnCount; i++) {
            Column given = columns.get(i);
            if (given.type().code() != (in.get(HEADER_BYTES + SCHEMA_BYTES * i) & 0xff)) {
                throw new TdengineProtocolException("column " + given.name() + " is " + given.type()
                        + " in the result and " + schema(i).type() + " in its block");
            }
            complete &= !given.type().isDecimal() || given.precision() > 0;
            checkScale(given);
        }
        return complete ? columns : withDecimals(columns);
    }

    private static void checkScale(Column column) {
        if (column.type().isDecimal() && (column.scale() < 0 || column.scale() > ColumnSchema.MAX_DECIMAL_DIGITS)) {
            throw new TdengineProtocolException("column " + column.name() + " has scale " + column.scale());
        }
    }

    private List<Column> withDecimals(List<Column> columns) {
        List<Column> described = new ArrayList<>(columnCount);
        for (int i = 0; i < columnCount; i++) {
            Column given = columns.get(i);
            described.add(
                    given.type().isDecimal() && given.precision() == 0
                            ? new Column(
                                    given.name(),
                                    given.type(),
                                    given.length(),
                                    schema(i).precision(),
                                    schema(i).scale())
                            : given);
        }
        return described;
    }

    private Block toBlock(List<Column> columns, Precision precision) {
        int[] starts = new int[columnCount];
        int[] lengths = new int[columnCount];
        int lengthsAt = HEADER_BYTES + SCHEMA_BYTES * columnCount;
        long next = lengthsAt + 4L * columnCount;
        for (int i = 0; i < columnCount; i++) {
            Column column = columns.get(i);
            int length = in.getInt(lengthsAt + 4 * i);
            long head = column.type().isVariable() ? 4L * rows : (rows + 7L) / 8;
            boolean wrongLength = column.type().width() > 0
                    && length != (long) rows * column.type().width();
            if (length < 0 || wrongLength || next + head + length > in.limit()) {
                throw new TdengineProtocolException("column " + column.name() + " of " + length + " bytes and " + rows
                        + " rows does not fit its block");
            }
            starts[i] = (int) next;
            lengths[i] = length;
            next += head + length;
        }
        return new Block(columns, precision, rows, in, starts, lengths);
    }
}
