// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;

/** The widths of values as answers about prepared statements state them. */
public final class ValueWidths {

    private static final int BYTES_PER_CHARACTER = 4;
    private static final int PREFIX = 2;
    /** A BLOB's length is declared nowhere. */
    private static final int BLOB = 5;

    private ValueWidths() {}

    /** The most bytes that a value of this column takes, with the length that precedes one of no fixed width. */
    public static int of(Column column) {
        DataType type = column.type();
        if (!type.isVariable()) {
            return type.width();
        }
        return switch (type) {
            case BLOB -> BLOB;
            case NCHAR -> BYTES_PER_CHARACTER * column.length() + PREFIX;
            case JSON -> BYTES_PER_CHARACTER * (column.length() + 1);
            default -> column.length() + PREFIX;
        };
    }
}
