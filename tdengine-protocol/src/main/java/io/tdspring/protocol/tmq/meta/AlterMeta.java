// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq.meta;

import io.tdspring.data.Column;
import io.tdspring.protocol.JsonWriter;
import java.util.List;

/** A table was altered. Immutable. */
public sealed interface AlterMeta extends TableMeta {

    TableKind kind();

    String table();

    /** The number by which TDengine tells the kinds of change. */
    int alterType();

    /** Writes the fields that say what changed. */
    void writeChange(JsonWriter out);

    @Override
    default void writeFields(JsonWriter out) {
        out.text("type", "alter").text("tableType", kind().text()).text("tableName", table());
        writeChange(out.number("alterType", alterType()));
    }

    /** A column or a tag was added. */
    record Added(TableKind kind, String table, Member member, Column column) implements AlterMeta {

        @Override
        public int alterType() {
            return member == Member.TAG ? 1 : 5;
        }

        @Override
        public void writeChange(JsonWriter out) {
            writeColumn(column, out);
        }
    }

    record Dropped(TableKind kind, String table, Member member, String column) implements AlterMeta {

        @Override
        public int alterType() {
            return member == Member.TAG ? 2 : 6;
        }

        @Override
        public void writeChange(JsonWriter out) {
            out.text("colName", column);
        }
    }

    record Renamed(TableKind kind, String table, Member member, String column, String newName) implements AlterMeta {

        @Override
        public int alterType() {
            return member == Member.TAG ? 3 : 10;
        }

        @Override
        public void writeChange(JsonWriter out) {
            out.text("colName", column).text("colNewName", newName);
        }
    }

    /** A column or a tag takes longer values now. */
    record Resized(TableKind kind, String table, Member member, Column column) implements AlterMeta {

        @Override
        public int alterType() {
            return member == Member.TAG ? 8 : 7;
        }

        @Override
        public void writeChange(JsonWriter out) {
            writeColumn(column, out);
        }
    }

    /**
     * Tags of a child table got values.
     *
     * @param tags at least one
     */
    record TagsSet(String table, List<TagMeta> tags) implements AlterMeta {

        public TagsSet {
            tags = List.copyOf(tags);
        }

        @Override
        public TableKind kind() {
            return TableKind.CHILD;
        }

        @Override
        public int alterType() {
            return tags.size() == 1 ? 4 : 15;
        }

        @Override
        public void writeChange(JsonWriter out) {
            if (tags.size() == 1) {
                writeValue(tags.get(0), out);
            } else {
                out.objects("tags", tags, TagsSet::writeValue);
            }
        }

        private static void writeValue(TagMeta tag, JsonWriter out) {
            out.text("colName", tag.tag().name());
            if (tag.value() != null) {
                out.text("colValue", tag.text());
            }
            out.bool("colValueNull", tag.value() == null);
        }
    }

    /** What of a table changed. */
    enum Member {
        COLUMN,
        TAG
    }

    private static void writeColumn(Column column, JsonWriter out) {
        out.text("colName", column.name()).number("colType", column.type().code());
        if (ColumnMeta.hasLength(column.type())) {
            out.number("colLength", ColumnMeta.lengthOf(column));
        }
    }
}
