// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.golden;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Cells of {@code .expected.json} and of blocks in one form, which {@code BlockWriter.addRow} takes as well. */
public final class GoldenCells {

    private static final int HEADER = 28;

    private GoldenCells() {}

    /** A row of {@code .expected.json}. */
    public static Object[] row(List<Column> columns, JsonNode row) {
        Object[] cells = new Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(columns.get(i).type(), row.get(i));
        }
        return cells;
    }

    private static Object cell(DataType type, JsonNode cell) {
        if (cell.isNull()) {
            return null;
        }
        return switch (type) {
            case BOOL -> cell.booleanValue();
            case UBIGINT -> cell.bigIntegerValue();
            case FLOAT -> Float.valueOf(cell.asString());
            case DOUBLE -> Double.valueOf(cell.asString());
            case VARBINARY, GEOMETRY, BLOB -> HexFormat.of().parseHex(cell.stringValue());
            case DECIMAL, DECIMAL64 -> new BigDecimal(cell.stringValue());
            case VARCHAR, NCHAR, JSON -> cell.stringValue();
            default -> cell.longValue();
        };
    }

    /** All rows of {@code .expected.json}, comparable with {@link #rows(Block)}. */
    public static List<List<Object>> rows(List<Column> columns, JsonNode rows) {
        return rows.valueStream().map(row -> comparable(row(columns, row))).toList();
    }

    /** All rows of a block. */
    public static List<List<Object>> rows(Block block) {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < block.rows(); row++) {
            Object[] cells = new Object[block.columns().size()];
            for (int column = 0; column < cells.length; column++) {
                cells[column] = cell(block, column, row);
            }
            rows.add(comparable(cells));
        }
        return rows;
    }

    private static List<Object> comparable(Object[] cells) {
        return Arrays.stream(cells)
                .map(cell -> cell instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : cell)
                .toList();
    }

    private static Object cell(Block block, int column, int row) {
        if (block.isNull(column, row)) {
            return null;
        }
        return switch (block.columns().get(column).type()) {
            case BOOL -> block.booleanAt(column, row);
            case FLOAT -> block.floatAt(column, row);
            case DOUBLE -> block.doubleAt(column, row);
            case VARBINARY, GEOMETRY, BLOB -> block.bytesAt(column, row);
            case DECIMAL, DECIMAL64 -> block.decimalAt(column, row);
            case VARCHAR, NCHAR, JSON -> block.stringAt(column, row);
            case UBIGINT -> block.valueAt(column, row);
            default -> block.longAt(column, row);
        };
    }

    /** A block with zeros where its bytes mean nothing: in the cells of NULLs, and in a bitmap behind the last row. */
    public static byte[] withoutFiller(ByteBuffer block) {
        byte[] bytes = new byte[block.remaining()];
        block.duplicate().get(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int rows = in.getInt(8);
        int columns = in.getInt(12);
        int at = HEADER + 9 * columns;
        for (int column = 0; column < columns; column++) {
            DataType type = DataType.of(in.get(HEADER + 5 * column));
            int head = type.isVariable() ? 4 * rows : (rows + 7) / 8;
            if (!type.isVariable()) {
                clearFiller(bytes, at, rows, type.width());
            }
            at += head + in.getInt(HEADER + 5 * columns + 4 * column);
        }
        return bytes;
    }

    private static void clearFiller(byte[] bytes, int bitmap, int rows, int width) {
        int cells = bitmap + (rows + 7) / 8;
        for (int row = 0; row < rows; row++) {
            if ((bytes[bitmap + row / 8] & 0x80 >> row % 8) != 0) {
                Arrays.fill(bytes, cells + row * width, cells + (row + 1) * width, (byte) 0);
            }
        }
        if (rows % 8 != 0) {
            bytes[cells - 1] &= (byte) (0xff00 >> rows % 8);
        }
    }
}
