// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.ColumnDefinition;
import io.tdspring.embedded.sql.SqlException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks columns and tags of CREATE TABLE and ALTER TABLE, with TDengine's limits and words. */
final class SchemaRules {

    private static final int MOST_COLUMNS = 4096;
    private static final int MOST_TAGS = 128;
    private static final int MOST_ROW_BYTES = 65_531;
    private static final int MOST_VALUE_BYTES = 65_517;
    private static final int MOST_TAG_BYTES = 16_382;
    private static final int MOST_DECIMAL_DIGITS = 38;
    private static final int BYTES_PER_NCHAR = 4;
    private static final int JSON_LENGTH = 4095;
    private static final int BLOB_LENGTH = 4_194_304;

    private SchemaRules() {}

    /**
     * The columns of a table, or its columns and tags.
     *
     * @param tags empty for a normal table
     */
    static void check(List<ColumnDefinition> columns, List<ColumnDefinition> tags) {
        if (columns.get(0).type() != DataType.TIMESTAMP) {
            throw new SqlException(0x2641, "First column must be timestamp");
        }
        if (columns.size() < 2 || columns.size() > MOST_COLUMNS || tags.size() > MOST_TAGS) {
            throw new SqlException(0x263f, "Illegal number of columns");
        }
        Set<String> names = new HashSet<>();
        columns.forEach(column -> checkName(column, names));
        tags.forEach(tag -> checkName(tag, names));
        columns.forEach(SchemaRules::checkColumn);
        tags.forEach(SchemaRules::checkTag);
        if (columns.stream().filter(column -> column.type() == DataType.BLOB).count() > 1) {
            throw new SqlException(0x6306, "only one blob column allowed");
        }
        if (columns.stream().mapToLong(SchemaRules::bytesOf).sum() > MOST_ROW_BYTES) {
            throw new SqlException(0x263e, "Row length exceeds max length " + MOST_ROW_BYTES);
        }
        if (tags.size() > 1 && tags.stream().anyMatch(tag -> tag.type() == DataType.JSON)) {
            throw new SqlException(0x2633, "Only one tag if there is a json tag");
        }
    }

    /** The columns as results show them. */
    static List<Column> columnsOf(List<ColumnDefinition> definitions) {
        return definitions.stream().map(SchemaRules::columnOf).toList();
    }

    /** The definitions that give these columns. */
    static List<ColumnDefinition> definitionsOf(List<Column> columns) {
        return columns.stream()
                .map(column -> new ColumnDefinition(
                        column.name(), column.type(), column.length(), column.precision(), column.scale()))
                .toList();
    }

    static Column columnOf(ColumnDefinition definition) {
        DataType type = definition.type();
        return switch (type) {
            case DECIMAL, DECIMAL64 -> Column.decimal(definition.name(), definition.precision(), definition.scale());
            case VARCHAR, NCHAR, VARBINARY, GEOMETRY -> Column.of(definition.name(), type, definition.length());
            case JSON -> Column.of(definition.name(), type, JSON_LENGTH);
            case BLOB -> Column.of(definition.name(), type, BLOB_LENGTH);
            default -> Column.of(definition.name(), type);
        };
    }

    private static void checkName(ColumnDefinition column, Set<String> names) {
        if (!names.add(column.name())) {
            throw new SqlException(0x263c, "Duplicated column names");
        }
    }

    private static void checkColumn(ColumnDefinition column) {
        if (column.type() == DataType.JSON) {
            throw new SqlException(0x2652, "Only tag can be json type");
        }
        checkDecimal(column);
        checkLength(column, MOST_VALUE_BYTES);
    }

    private static void checkTag(ColumnDefinition tag) {
        if (tag.type() == DataType.BLOB) {
            throw new SqlException(0x6301, "Blob type not support on tag");
        }
        if (tag.type().isDecimal()) {
            throw SqlException.notSupported("a tag of type DECIMAL");
        }
        checkLength(tag, MOST_TAG_BYTES);
    }

    private static void checkDecimal(ColumnDefinition column) {
        int digits = column.precision();
        if (column.type().isDecimal()
                && (digits < 1 || digits > MOST_DECIMAL_DIGITS || column.scale() < 0 || column.scale() > digits)) {
            throw new SqlException(
                    0x2602,
                    "Invalid column type DECIMAL(%d,%d) , invalid precision or scale"
                            .formatted(digits, column.scale()));
        }
    }

    private static void checkLength(ColumnDefinition column, int mostBytes) {
        boolean checked = switch (column.type()) {
            case VARCHAR, NCHAR, VARBINARY, GEOMETRY -> true;
            default -> false;
        };
        if (checked && (column.length() < 1 || valueBytes(column) > mostBytes)) {
            throw new SqlException(0x2642, "Invalid column length for var length type");
        }
    }

    private static long valueBytes(ColumnDefinition column) {
        return (long) column.length() * (column.type() == DataType.NCHAR ? BYTES_PER_NCHAR : 1);
    }

    /** Of a cell in a row; a BLOB lies elsewhere and takes only a reference. */
    private static long bytesOf(ColumnDefinition column) {
        DataType type = column.type();
        if (type == DataType.BLOB) {
            return Long.BYTES;
        }
        return type.isVariable() ? valueBytes(column) + type.prefixBytes() : type.width();
    }
}
