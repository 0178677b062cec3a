// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq.meta;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.meta.ColumnMeta;
import io.tdspring.data.meta.ColumnMeta.Storage;
import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;

/**
 * Columns and tags in changes of tables. Of a DECIMAL neither the digits nor the scale are told, and of JSON no length.
 */
final class MetaColumns {

    /** The recorded length of every BLOB, whose definition has none. */
    private static final int BLOB_LENGTH = 1;

    private MetaColumns() {}

    /** A column of a table that was created. */
    static void write(ColumnMeta meta, JsonWriter out) {
        Column column = meta.column();
        out.text("name", column.name()).number("type", column.type().code());
        if (hasLength(column.type())) {
            out.number("length", lengthOf(column));
        }
        Storage storage = meta.storage();
        if (storage != null) {
            out.bool("isPrimarykey", meta.primaryKey())
                    .text("encode", storage.encode())
                    .text("compress", storage.compress())
                    .text("level", storage.level());
        }
    }

    static ColumnMeta read(JsonObject from) {
        Storage storage =
                from.has("encode") ? new Storage(from.text("encode"), from.text("compress"), from.text("level")) : null;
        return new ColumnMeta(column("name", "type", "length", from), from.bool("isPrimarykey"), storage);
    }

    /** A column that was added or has another length. */
    static void writeAltered(Column column, JsonWriter out) {
        out.text("colName", column.name()).number("colType", column.type().code());
        if (hasLength(column.type())) {
            out.number("colLength", lengthOf(column));
        }
    }

    static Column readAltered(JsonObject from) {
        return column("colName", "colType", "colLength", from);
    }

    private static Column column(String name, String type, String length, JsonObject from) {
        DataType dataType = DataType.of(from.int32(type));
        return dataType.isVariable()
                ? Column.of(from.text(name), dataType, from.int32(length))
                : Column.of(from.text(name), dataType);
    }

    private static boolean hasLength(DataType type) {
        return type.isVariable() && type != DataType.JSON;
    }

    private static int lengthOf(Column column) {
        return column.type() == DataType.BLOB ? BLOB_LENGTH : column.length();
    }
}
