// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.block.RawBlock;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The columns of a raw block that a client made as the values bound to placeholders. */
public final class BlockValues {

    private final Block block;

    /** Bytes that the cells still to be copied may have, or a short block could ask for any amount of memory. */
    private long room;

    private BlockValues(Block block, long room) {
        this.block = block;
        this.room = room;
    }

    /**
     * Reads a block as values of its own types: the parameters of a query.
     *
     * @throws TdengineProtocolException if the block is malformed
     */
    public static List<BoundValues> read(ByteBuffer block) {
        Block read = RawBlock.read(block, RawBlock.schemaOf(block), Precision.MILLISECOND);
        return new BlockValues(read, block.remaining()).values();
    }

    /**
     * Reads a block as values of the statement's types, whatever the block says.
     *
     * @throws TdengineProtocolException if it is malformed, has too few columns, or cannot be read as such types
     */
    public static List<BoundValues> read(ByteBuffer block, List<DataType> types) {
        List<Column> own = RawBlock.schemaOf(block);
        List<Column> columns = new ArrayList<>(own);
        for (int i = 0; i < Math.min(own.size(), types.size()); i++) {
            columns.set(i, Column.of("", types.get(i)));
        }
        Block read = RawBlock.readAs(block, columns, Precision.MILLISECOND);
        return new BlockValues(read, block.remaining()).values();
    }

    private List<BoundValues> values() {
        List<BoundValues> values = new ArrayList<>();
        for (int column = 0; column < block.columns().size(); column++) {
            BoundValuesWriter writer =
                    new BoundValuesWriter(block.columns().get(column).type());
            for (int row = 0; row < block.rows(); row++) {
                if (block.isNull(column, row)) {
                    writer.addNull();
                } else {
                    add(column, row, writer);
                }
            }
            values.add(writer.finish());
        }
        return values;
    }

    private void add(int column, int row, BoundValuesWriter out) {
        switch (block.columns().get(column).type()) {
            case FLOAT -> out.addFloat(block.floatAt(column, row));
            case DOUBLE -> out.addDouble(block.doubleAt(column, row));
            case UBIGINT -> out.addFixed(integer(column, row).toBigInteger());
            case DECIMAL, DECIMAL64 -> out.addFixed(integer(column, row).unscaledValue());
            case NCHAR -> {
                String text = Objects.requireNonNull(block.stringAt(column, row));
                requireRoom(text.length());
                out.addText(text);
            }
            case VARCHAR, VARBINARY, GEOMETRY, BLOB, JSON -> {
                byte[] bytes = Objects.requireNonNull(block.bytesAt(column, row));
                requireRoom(bytes.length);
                out.addBytes(bytes);
            }
            default -> out.addLong(block.longAt(column, row));
        }
    }

    private void requireRoom(int bytes) {
        room -= bytes;
        if (room < 0) {
            throw new TdengineProtocolException("cells of a block lie one upon the other");
        }
    }

    private BigDecimal integer(int column, int row) {
        return Objects.requireNonNull(block.decimalAt(column, row));
    }
}
