// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq.meta;

import io.tdspring.data.DataType;
import io.tdspring.data.meta.AlterMeta;
import io.tdspring.data.meta.AlterMeta.Member;
import io.tdspring.data.meta.AlterMeta.TagText;
import io.tdspring.data.meta.ChildMeta;
import io.tdspring.data.meta.TableKind;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.protocol.JsonWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes changes of tables as TDengine does. Without state. */
public final class TableMetaWriter {

    private TableMetaWriter() {}

    /** Writes the fields of the JSON object. */
    public static void write(TableMeta meta, JsonWriter out) {
        if (meta instanceof AlterMeta.Other other) {
            out.rawFields(other.json());
        } else if (meta instanceof AlterMeta altered) {
            out.text("type", "alter").text("tableType", text(altered.kind())).text("tableName", altered.table());
            writeAlter(altered, out);
        } else if (meta instanceof TableMeta.Created created) {
            out.text("type", "create").text("tableType", text(created.kind())).text("tableName", created.table());
            out.objects("columns", created.columns(), MetaColumns::write)
                    .objects("tags", created.tags(), MetaColumns::write);
        } else if (meta instanceof TableMeta.ChildrenCreated created) {
            write(created.children(), out);
        } else if (meta instanceof TableMeta.Dropped dropped) {
            out.text("type", "drop").texts("tableNameList", dropped.tables());
        } else if (meta instanceof TableMeta.SuperTableDropped dropped) {
            out.text("type", "drop").text("tableType", text(TableKind.SUPER)).text("tableName", dropped.table());
        } else if (meta instanceof TableMeta.Deleted deleted) {
            out.text("type", "delete").text("sql", deleted.sql());
        } else if (meta instanceof TableMeta.Other other) {
            out.rawFields(other.json());
        }
    }

    /** The first child is told of in the object itself; if there are more, a list has all of them. */
    private static void write(List<ChildMeta> children, JsonWriter out) {
        out.text("type", "create").text("tableType", text(TableKind.CHILD));
        MetaTags.write(children.get(0), out);
        out.objects("createList", children.size() == 1 ? List.of() : children, MetaTags::write);
    }

    private static void writeAlter(AlterMeta meta, JsonWriter out) {
        if (meta instanceof AlterMeta.Added added) {
            MetaColumns.writeAltered(added.column(), out.number("alterType", added.member() == Member.TAG ? 1 : 5));
        } else if (meta instanceof AlterMeta.Dropped dropped) {
            out.number("alterType", dropped.member() == Member.TAG ? 2 : 6).text("colName", dropped.column());
        } else if (meta instanceof AlterMeta.Renamed renamed) {
            out.number("alterType", renamed.member() == Member.TAG ? 3 : 10)
                    .text("colName", renamed.column())
                    .text("colNewName", renamed.newName());
        } else if (meta instanceof AlterMeta.Resized resized) {
            MetaColumns.writeAltered(resized.column(), out.number("alterType", resized.member() == Member.TAG ? 8 : 7));
        } else if (meta instanceof AlterMeta.TagsSet set) {
            writeTags(set.tags(), out);
        }
    }

    private static void writeTags(List<TagText> tags, JsonWriter out) {
        if (tags.size() == 1) {
            MetaTags.writeSet(tags.get(0), out.number("alterType", 4));
        } else {
            out.number("alterType", 15).objects("tags", tags, MetaTags::writeSet);
        }
    }

    /**
     * What TDengine tells of a tag that got a value.
     *
     * @param value a {@code Number}, a {@code Boolean} or a {@code String} as the tag's type has them, or null for NULL
     */
    public static TagText tagText(String name, DataType type, @Nullable Object value) {
        return new TagText(name, value == null ? null : MetaTags.quoted(type, value.toString()));
    }

    private static String text(TableKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
