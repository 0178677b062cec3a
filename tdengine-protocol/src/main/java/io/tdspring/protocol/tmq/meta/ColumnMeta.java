// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq.meta;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.protocol.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A column or tag of a table that was created.
 *
 * @param storage null for a tag, which has none of its own
 */
public record ColumnMeta(Column column, @Nullable Storage storage) {

    /**
     * How the values of a column are kept, in TDengine's words.
     *
     * @param encode such as {@code delta-i}
     * @param compress such as {@code lz4}
     * @param level such as {@code medium}
     */
    public record Storage(String encode, String compress, String level) {}

    /** The recorded length of every BLOB, whose definition has none. */
    private static final int BLOB_LENGTH = 1;

    void writeFields(JsonWriter out) {
        out.text("name", column.name()).number("type", column.type().code());
        if (hasLength(column.type())) {
            out.number("length", lengthOf(column));
        }
        if (storage != null) {
            out.bool("isPrimarykey", false)
                    .text("encode", storage.encode())
                    .text("compress", storage.compress())
                    .text("level", storage.level());
        }
    }

    static boolean hasLength(DataType type) {
        return type.isVariable() && type != DataType.JSON;
    }

    static int lengthOf(Column column) {
        return column.type() == DataType.BLOB ? BLOB_LENGTH : column.length();
    }
}
