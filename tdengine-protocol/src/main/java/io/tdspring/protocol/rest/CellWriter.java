// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import static java.util.Objects.requireNonNull;

import io.tdspring.data.Block;
import java.time.ZoneId;

/** Writes a cell as TDengine's REST interface does. Immutable. */
final class CellWriter {

    private final TimestampFormat timestamps;

    CellWriter(ZoneId zone) {
        this.timestamps = new TimestampFormat(zone);
    }

    /** Returns false, having written nothing, for a NaN or an infinity, which have no form. */
    boolean write(Block block, int column, int row, JsonBytes out) {
        if (block.isNull(column, row)) {
            out.ascii("null");
            return true;
        }
        switch (block.columns().get(column).type()) {
            case BOOL -> out.ascii(String.valueOf(block.booleanAt(column, row)));
            case FLOAT -> {
                return writeFloat(block.floatAt(column, row), out);
            }
            case DOUBLE -> {
                return writeDouble(block.doubleAt(column, row), out);
            }
            case TIMESTAMP -> out.ascii("\"" + timestamps.format(block.longAt(column, row), block.precision()) + "\"");
            case VARCHAR -> out.string(requireNonNull(block.bytesAt(column, row)));
            case NCHAR -> out.string(requireNonNull(block.stringAt(column, row)));
            case JSON -> out.raw(requireNonNull(block.bytesAt(column, row)));
            case VARBINARY, GEOMETRY, BLOB -> out.hexString(requireNonNull(block.bytesAt(column, row)));
            case DECIMAL, DECIMAL64 ->
                out.ascii("\"" + requireNonNull(block.decimalAt(column, row)).toPlainString() + "\"");
            case UBIGINT ->
                out.ascii(requireNonNull(block.decimalAt(column, row)).toPlainString());
            default -> out.ascii(Long.toString(block.longAt(column, row)));
        }
        return true;
    }

    private static boolean writeFloat(float value, JsonBytes out) {
        if (!Float.isFinite(value)) {
            return false;
        }
        out.ascii(ShortestNumber.of(value));
        return true;
    }

    private static boolean writeDouble(double value, JsonBytes out) {
        if (!Double.isFinite(value)) {
            return false;
        }
        out.ascii(ShortestNumber.of(value));
        return true;
    }
}
