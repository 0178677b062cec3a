// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.data.Block;
import io.tdspring.data.DataType;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Brings cells and the values noted beside a recording to one form: text. */
public final class ExpectedValues {

    private ExpectedValues() {}

    /** The rows of a block, as text. */
    public static List<List<@Nullable String>> of(Block block) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int row = 0; row < block.rows(); row++) {
            List<@Nullable String> cells = new ArrayList<>();
            for (int column = 0; column < block.columns().size(); column++) {
                cells.add(block.isNull(column, row) ? null : cell(block, column, row));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String cell(Block block, int column, int row) {
        DataType type = block.columns().get(column).type();
        return switch (type) {
            case TIMESTAMP -> String.valueOf(block.longAt(column, row));
            case FLOAT -> String.valueOf(block.floatAt(column, row));
            case DOUBLE -> String.valueOf(block.doubleAt(column, row));
            case VARBINARY, GEOMETRY, BLOB -> HexFormat.of().formatHex(block.bytesAt(column, row));
            case DECIMAL, DECIMAL64 -> block.decimalAt(column, row).toPlainString();
            default -> String.valueOf(block.valueAt(column, row));
        };
    }

    /** The noted rows of the columns of a block, as text. */
    public static List<List<@Nullable String>> of(JsonNode rows, Block like) {
        List<List<@Nullable String>> texts = new ArrayList<>();
        for (JsonNode row : rows) {
            List<@Nullable String> cells = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                cells.add(text(row.get(column), like.columns().get(column).type()));
            }
            texts.add(cells);
        }
        return texts;
    }

    private static @Nullable String text(JsonNode cell, DataType type) {
        if (cell.isNull()) {
            return null;
        }
        return switch (type) {
            case FLOAT -> String.valueOf(Float.parseFloat(cell.asString()));
            case DOUBLE -> String.valueOf(Double.parseDouble(cell.asString()));
            default -> cell.asString();
        };
    }
}
