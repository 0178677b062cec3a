// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import io.tdspring.data.DataType;

/**
 * How the values of a column are kept when nothing else was asked for, as TDengine tells it. This server only tells it,
 * too. Immutable.
 */
public record ColumnStorage(String encode, String compress, String level) {

    /** That of a column of this type. */
    public static ColumnStorage of(DataType type) {
        return new ColumnStorage(encodingOf(type), compressionOf(type), "medium");
    }

    private static String encodingOf(DataType type) {
        return switch (type) {
            case TIMESTAMP -> "delta-i";
            case BOOL -> "bit-packing";
            case FLOAT, DOUBLE -> "delta-d";
            default -> type.isInteger() ? "simple8b" : "disabled";
        };
    }

    private static String compressionOf(DataType type) {
        return switch (type) {
            case TINYINT, SMALLINT, UTINYINT, USMALLINT -> "zlib";
            case BOOL, VARCHAR, NCHAR, VARBINARY, DECIMAL, DECIMAL64 -> "zstd";
            default -> "lz4";
        };
    }
}
