// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.block;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.error.TdConversionException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a raw block, column by column or row by row. {@link RawBlock} shows the layout.
 *
 * <p>Cells are collected in growing arrays and copied once into the finished block. A row that failed half way leaves
 * columns of different heights, so the writer is of no use after an exception. Confined to one thread.
 */
public final class BlockWriter {

    /** The version in blocks of query answers. */
    public static final int QUERY = 1;

    /** The version in blocks of topics. */
    public static final int SUBSCRIPTION = 2;

    private static final int HEADER_BYTES = 28;
    private static final int BYTES_PER_COLUMN = 9;
    private static final int HAS_SCHEMA = 0x8000_0000;
    private static final int MAX_BYTES = Integer.MAX_VALUE - 16;

    private final List<Column> columns;
    private final int version;
    private final ColumnWriter[] writers;

    /**
     * Begins a block without rows.
     *
     * @param columns at least one; their lengths and scales go into the block's schema
     * @param version {@link #QUERY} or {@link #SUBSCRIPTION}
     * @throws IllegalArgumentException if a column cannot stand in a block
     */
    public BlockWriter(List<Column> columns, int version) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a block needs a column");
        }
        this.columns = List.copyOf(columns);
        this.version = version;
        this.writers = this.columns.stream().map(ColumnWriter::of).toArray(ColumnWriter[]::new);
    }

    public List<Column> columns() {
        return columns;
    }

    public ColumnWriter column(int index) {
        return writers[index];
    }

    /**
     * Adds a cell to each column, as {@link ColumnWriter#add} takes it.
     *
     * @throws TdConversionException if a value does not fit its column
     */
    public void addRow(@Nullable Object... cells) {
        if (cells.length != writers.length) {
            throw new IllegalArgumentException(
                    "a row of " + cells.length + " cells for " + writers.length + " columns");
        }
        for (int i = 0; i < cells.length; i++) {
            writers[i].add(cells[i]);
        }
    }

    /** The rows of the first column; the others have as many once a row is complete. */
    public int rows() {
        return writers[0].rows();
    }

    /**
     * The block's bytes, in a new little-endian buffer over an array of its own. The writer can go on.
     *
     * @throws IllegalStateException if the columns have different numbers of cells
     * @throws TdConversionException if the block exceeds 2 GiB
     */
    public ByteBuffer finish() {
        int size = size();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(version).putInt(size).putInt(rows()).putInt(writers.length);
        out.putInt(HAS_SCHEMA).putLong(0);
        for (Column column : columns) {
            out.put((byte) column.type().code()).putInt(ColumnSchema.bytesOf(column));
        }
        for (ColumnWriter writer : writers) {
            out.putInt(writer.cells().dataBytes());
        }
        for (ColumnWriter writer : writers) {
            writer.cells().writeTo(out);
        }
        return out.put((byte) 0).flip();
    }

    private int size() {
        long size = HEADER_BYTES + (long) BYTES_PER_COLUMN * writers.length + 1;
        for (ColumnWriter writer : writers) {
            if (writer.rows() != rows()) {
                throw new IllegalStateException("column " + writer.column().name() + " has " + writer.rows()
                        + " cells and the first column " + rows());
            }
            size += writer.cells().headBytes() + writer.cells().dataBytes();
        }
        if (size > MAX_BYTES) {
            throw new TdConversionException("a block of " + size + " bytes is too large");
        }
        return (int) size;
    }

    /** The rows so far as a block to read from; as {@link #finish()}. */
    public Block toBlock(Precision precision) {
        return RawBlock.read(finish(), columns, precision);
    }
}
