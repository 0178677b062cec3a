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

    private BlockValues() {}

    /**
     * Reads a block as values of its own types: the parameters of a query.
     *
     * @throws TdengineProtocolException if the block is malformed
     */
    public static List<BoundValues> read(ByteBuffer block) {
        return values(RawBlock.read(block, RawBlock.schemaOf(block), Precision.MILLISECOND));
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
        return values(RawBlock.readAs(block, columns, Precision.MILLISECOND));
    }

    private static List<BoundValues> values(Block block) {
        List<BoundValues> values = new ArrayList<>();
        for (int column = 0; column < block.columns().size(); column++) {
            BoundValuesWriter writer =
                    new BoundValuesWriter(block.columns().get(column).type());
            for (int row = 0; row < block.rows(); row++) {
                if (block.isNull(column, row)) {
                    writer.addNull();
                } else {
                    add(block, column, row, writer);
                }
            }
            values.add(writer.finish());
        }
        return values;
    }

    private static void add(Block block, int column, int row, BoundValuesWriter out) {
        switch (block.columns().get(column).type()) {
            case FLOAT -> out.addFloat(block.floatAt(column, row));
            case DOUBLE -> out.addDouble(block.doubleAt(column, row));
            case UBIGINT -> out.addFixed(integer(block, column, row).toBigInteger());
            case DECIMAL, DECIMAL64 -> out.addFixed(integer(block, column, row).unscaledValue());
            case NCHAR -> out.addText(Objects.requireNonNull(block.stringAt(column, row)));
            case VARCHAR, VARBINARY, GEOMETRY, BLOB, JSON ->
                out.addBytes(Objects.requireNonNull(block.bytesAt(column, row)));
            default -> out.addLong(block.longAt(column, row));
        }
    }

    private static BigDecimal integer(Block block, int column, int row) {
        return Objects.requireNonNull(block.decimalAt(column, row));
    }
}
