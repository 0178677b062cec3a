// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import java.util.List;

/**
 * A column of a result.
 *
 * <p>Immutable. Names may repeat within a result ({@code select t1.*, t2.*}), so never key rows by name alone.
 *
 * @param name the column's name or the text of its expression
 * @param length as declared: bytes, for NCHAR characters, for fixed types the width
 * @param precision digits of a DECIMAL, else 0
 * @param scale digits behind the point of a DECIMAL, else 0
 */
public record Column(String name, DataType type, int length, int precision, int scale) {

    /** A column of a type of fixed width. */
    public static Column of(String name, DataType type) {
        return new Column(name, type, type.width(), 0, 0);
    }

    /** A column of a type with a declared length: VARCHAR, NCHAR, VARBINARY, GEOMETRY, JSON or BLOB. */
    public static Column of(String name, DataType type, int length) {
        return new Column(name, type, length, 0, 0);
    }

    /** A DECIMAL column; up to 18 digits are kept in 64 bits, more in 128. */
    public static Column decimal(String name, int precision, int scale) {
        DataType type = precision <= 18 ? DataType.DECIMAL64 : DataType.DECIMAL;
        return new Column(name, type, type.width(), precision, scale);
    }

    /**
     * The index of the first column of this name, whatever its case.
     *
     * @throws IllegalArgumentException if there is none; the message lists the columns
     */
    public static int indexOf(String name, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + name + " among "
                + columns.stream().map(Column::name).toList());
    }
}
