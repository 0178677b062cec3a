// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.data.Block;
import io.tdspring.data.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** The values of {@code .expected.json} and of a block in one form, which {@code BlockWriter.addRow} takes as well. */
final class ExpectedCells {

    private ExpectedCells() {}

    static Object expected(DataType type, JsonNode cell) {
        if (cell.isNull()) {
            return null;
        }
        return switch (type) {
            case BOOL -> cell.booleanValue();
            case UBIGINT -> cell.bigIntegerValue();
            case FLOAT -> cell.isString() ? Float.valueOf(cell.stringValue()) : (Object) cell.floatValue();
            case DOUBLE -> cell.isString() ? Double.valueOf(cell.stringValue()) : (Object) cell.doubleValue();
            case VARBINARY, GEOMETRY, BLOB -> HexFormat.of().parseHex(cell.stringValue());
            case DECIMAL, DECIMAL64 -> new BigDecimal(cell.stringValue());
            case VARCHAR, NCHAR, JSON -> cell.stringValue();
            default -> cell.longValue();
        };
    }

    static Object actual(Block block, int column, int row) {
        if (block.isNull(column, row)) {
            return null;
        }
        return switch (block.columns().get(column).type()) {
            case BOOL -> block.booleanAt(column, row);
            case UBIGINT -> (BigInteger) block.valueAt(column, row);
            case FLOAT -> block.floatAt(column, row);
            case DOUBLE -> block.doubleAt(column, row);
            case VARBINARY, GEOMETRY, BLOB -> block.bytesAt(column, row);
            case DECIMAL, DECIMAL64 -> block.decimalAt(column, row);
            case VARCHAR, NCHAR, JSON -> block.stringAt(column, row);
            default -> block.longAt(column, row);
        };
    }
}
