// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

/**
 * TDengine's data types with their codes on the wire (TDengine's manual, "Data Types"; the codes are those of the C
 * header's {@code TSDB_DATA_TYPE_*}).
 */
public enum DataType {
    NULL(0, "NULL", 0),
    BOOL(1, "BOOL", 1),
    TINYINT(2, "TINYINT", 1),
    SMALLINT(3, "SMALLINT", 2),
    INT(4, "INT", 4),
    BIGINT(5, "BIGINT", 8),
    FLOAT(6, "FLOAT", 4),
    DOUBLE(7, "DOUBLE", 8),
    VARCHAR(8, "VARCHAR", 0),
    TIMESTAMP(9, "TIMESTAMP", 8),
    NCHAR(10, "NCHAR", 0),
    UTINYINT(11, "TINYINT UNSIGNED", 1),
    USMALLINT(12, "SMALLINT UNSIGNED", 2),
    UINT(13, "INT UNSIGNED", 4),
    UBIGINT(14, "BIGINT UNSIGNED", 8),
    JSON(15, "JSON", 0),
    VARBINARY(16, "VARBINARY", 0),
    /** DECIMAL of 19 to 38 digits: 128 bits. */
    DECIMAL(17, "DECIMAL", 16),
    BLOB(18, "BLOB", 0),
    GEOMETRY(20, "GEOMETRY", 0),
    /** DECIMAL of up to 18 digits: 64 bits. */
    DECIMAL64(21, "DECIMAL", 8);

    private static final DataType[] BY_CODE = new DataType[22];

    static {
        for (DataType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final String typeName;
    private final int width;

    DataType(int code, String typeName, int width) {
        this.code = code;
        this.typeName = typeName;
        this.width = width;
    }

    /**
     * The type with this code on the wire.
     *
     * @throws IllegalArgumentException if TDengine has no such type
     */
    public static DataType of(int code) {
        DataType type = code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
        if (type == null) {
            throw new IllegalArgumentException("unknown data type code " + code);
        }
        return type;
    }

    /** The code on the wire. */
    public int code() {
        return code;
    }

    /** The name in SQL and in REST's {@code column_meta}; both DECIMAL widths are called {@code DECIMAL}. */
    public String typeName() {
        return typeName;
    }

    /** Bytes of a cell in a block, or 0 for a type whose cells carry their own length. */
    public int width() {
        return width;
    }

    /** Whether cells carry their own length and are found through offsets. */
    public boolean isVariable() {
        return width == 0 && this != NULL;
    }

    /** Bytes of the length in front of a variable cell: 4 for BLOB, 2 for the others. */
    public int prefixBytes() {
        return this == BLOB ? 4 : 2;
    }

    /** Whether this is DECIMAL of either width. */
    public boolean isDecimal() {
        return this == DECIMAL || this == DECIMAL64;
    }

    /** Whether this is an integer type, signed or not; TIMESTAMP is not. */
    public boolean isInteger() {
        return switch (this) {
            case TINYINT, SMALLINT, INT, BIGINT, UTINYINT, USMALLINT, UINT, UBIGINT -> true;
            default -> false;
        };
    }

    /** Whether this is text: VARCHAR, NCHAR or JSON. */
    public boolean isText() {
        return this == VARCHAR || this == NCHAR || this == JSON;
    }
}
