// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.block;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.error.TdengineProtocolException;

/**
 * The five bytes by which a block describes a column: the type's code, and a number that is the width, or the declared
 * length with the prefix of a cell counted in, or for a DECIMAL {@code width << 24 | precision << 8 | scale}.
 */
final class ColumnSchema {

    static final int MAX_DECIMAL_DIGITS = 38;

    private static final int PREFIX = 2;
    private static final int UCS4 = 4;

    /** What JSON tags and BLOBs are described by, whatever they hold, and the lengths that TDengine declares for them. */
    private static final int JSON_BYTES = 16384;

    private static final int JSON_LENGTH = 4095;
    private static final int BLOB_BYTES = 5;
    private static final int BLOB_LENGTH = 4 << 20;

    private ColumnSchema() {}

    static Column read(int typeCode, int bytes) {
        DataType type = typeOf(typeCode);
        return switch (type) {
            case VARCHAR, VARBINARY, GEOMETRY -> Column.of("", type, Math.max(0, bytes - PREFIX));
            case NCHAR -> Column.of("", type, Math.max(0, bytes - PREFIX) / UCS4);
            case JSON -> Column.of("", type, JSON_LENGTH);
            case BLOB -> Column.of("", type, BLOB_LENGTH);
            case DECIMAL, DECIMAL64 -> decimal(type, (bytes >> 8) & 0xff, bytes & 0xff);
            default -> Column.of("", type);
        };
    }

    private static DataType typeOf(int code) {
        try {
            return DataType.of(code);
        } catch (IllegalArgumentException e) {
            throw new TdengineProtocolException("block has a column of unknown type " + code, e);
        }
    }

    private static Column decimal(DataType type, int precision, int scale) {
        if (precision > MAX_DECIMAL_DIGITS || scale > precision) {
            throw new TdengineProtocolException("block has a DECIMAL(" + precision + "," + scale + ")");
        }
        return new Column("", type, type.width(), precision, scale);
    }

    static int bytesOf(Column column) {
        return switch (column.type()) {
            case VARCHAR, VARBINARY, GEOMETRY -> column.length() + PREFIX;
            case NCHAR -> column.length() * UCS4 + PREFIX;
            case JSON -> JSON_BYTES;
            case BLOB -> BLOB_BYTES;
            case DECIMAL, DECIMAL64 -> column.type().width() << 24 | column.precision() << 8 | column.scale();
            default -> column.type().width();
        };
    }
}
