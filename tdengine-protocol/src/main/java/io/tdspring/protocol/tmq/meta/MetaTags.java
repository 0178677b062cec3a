// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq.meta;

import io.tdspring.data.DataType;
import io.tdspring.data.meta.AlterMeta.TagText;
import io.tdspring.data.meta.ChildMeta;
import io.tdspring.data.meta.TagMeta;
import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import java.math.BigInteger;

/** Values of tags in changes of tables. Strings stand in quotes within the JSON string, JSON does not. */
final class MetaTags {

    private MetaTags() {}

    static void write(ChildMeta child, JsonWriter out) {
        out.text("tableName", child.table()).text("using", child.superTable()).number("tagNum", child.tagCount());
        out.objects("tags", child.tags(), MetaTags::write);
    }

    private static void write(TagMeta tag, JsonWriter out) {
        out.text("name", tag.name()).number("type", tag.type().code());
        Object value = tag.value();
        if (value instanceof Number number) {
            out.number("value", number);
        } else if (value instanceof Boolean bool) {
            out.number("value", bool ? 1 : 0);
        } else {
            out.text("value", quoted(tag.type(), value.toString()));
        }
    }

    /** A text as TDengine writes it for a tag of this type. */
    static String quoted(DataType type, String text) {
        return isQuoted(type) ? '"' + text + '"' : text;
    }

    private static boolean isQuoted(DataType type) {
        return type == DataType.VARCHAR || type == DataType.NCHAR;
    }

    static ChildMeta readChild(JsonObject from) {
        return new ChildMeta(
                from.text("tableName"),
                from.text("using"),
                from.int32("tagNum"),
                from.objects("tags").stream()
                        .filter(tag -> !tag.isNull("value"))
                        .map(MetaTags::read)
                        .toList());
    }

    private static TagMeta read(JsonObject from) {
        DataType type = DataType.of(from.int32("type"));
        return new TagMeta(from.text("name"), type, value(type, from.scalar("value")));
    }

    /** A value of which the number, or what stands in the string, is given. */
    private static Object value(DataType type, String text) {
        return switch (type) {
            case BOOL -> text.equals("1") || text.equals("true");
            case TINYINT, SMALLINT, INT, BIGINT, UTINYINT, USMALLINT, UINT, TIMESTAMP -> Long.valueOf(text);
            case UBIGINT -> new BigInteger(text);
            case FLOAT -> Float.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            default -> isQuoted(type) ? unquoted(text) : text;
        };
    }

    private static String unquoted(String text) {
        int last = text.length() - 1;
        return last > 0 && text.charAt(0) == '"' && text.charAt(last) == '"' ? text.substring(1, last) : text;
    }

    /** A tag of a table that has been there before. */
    static void writeSet(TagText tag, JsonWriter out) {
        out.text("colName", tag.name());
        if (tag.text() != null) {
            out.text("colValue", tag.text());
        }
        out.bool("colValueNull", tag.text() == null);
    }

    static TagText readSet(JsonObject from) {
        return new TagText(from.text("colName"), from.bool("colValueNull") ? null : from.text("colValue"));
    }
}
