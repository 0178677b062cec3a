// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.error.TdengineProtocolException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A column in {@code column_meta}: {@code ["name","TYPE",length]}, a DECIMAL as {@code DECIMAL(10,2)}. */
final class ColumnMeta {

    /** The name of the only column of an answer without rows; a query can give a column this name as well. */
    static final String AFFECTED_ROWS = "affected_rows";

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d{1,2}), ?(\\d{1,2})\\)");
    private static final int MAX_DECIMAL_DIGITS = 38;
    private static final Map<String, DataType> BY_NAME = Arrays.stream(DataType.values())
            .filter(type -> type != DataType.NULL && !type.isDecimal())
            .collect(Collectors.toUnmodifiableMap(DataType::typeName, type -> type));

    private ColumnMeta() {}

    static void write(Column column, JsonBytes out) {
        String type = column.type().typeName();
        out.ascii('[').string(column.name()).ascii(",\"" + type);
        if (column.type().isDecimal()) {
            out.ascii("(" + column.precision() + "," + column.scale() + ")");
        }
        out.ascii("\"," + column.length() + "]");
    }

    static Column read(String name, String typeName, int length) {
        Matcher decimal = DECIMAL.matcher(typeName);
        if (decimal.matches()) {
            return decimal(name, Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        DataType type = BY_NAME.get(typeName);
        if (type == null) {
            throw new TdengineProtocolException("column " + name + " has the unknown type " + typeName);
        }
        return type.isVariable() ? Column.of(name, type, length) : Column.of(name, type);
    }

    private static Column decimal(String name, int precision, int scale) {
        if (precision < 1 || precision > MAX_DECIMAL_DIGITS || scale > precision) {
            throw new TdengineProtocolException("column " + name + " is a DECIMAL(" + precision + "," + scale + ")");
        }
        return Column.decimal(name, precision, scale);
    }
}
