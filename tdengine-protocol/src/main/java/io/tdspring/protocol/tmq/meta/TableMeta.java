// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq.meta;

import io.tdspring.protocol.JsonWriter;
import java.util.List;

/**
 * A change of tables, or a deletion of rows, that a topic tells of.
 *
 * <p>Immutable.
 */
public sealed interface TableMeta
        permits TableMeta.Created,
                TableMeta.ChildrenCreated,
                TableMeta.Dropped,
                TableMeta.SuperTableDropped,
                TableMeta.Deleted,
                AlterMeta {

    /** Writes the fields of the JSON object. */
    void writeFields(JsonWriter out);

    /** A super table, or a normal table, which has no tags, was created. */
    record Created(TableKind kind, String table, List<ColumnMeta> columns, List<ColumnMeta> tags) implements TableMeta {

        public Created {
            columns = List.copyOf(columns);
            tags = List.copyOf(tags);
        }

        @Override
        public void writeFields(JsonWriter out) {
            out.text("type", "create").text("tableType", kind.text()).text("tableName", table);
            out.objects("columns", columns, ColumnMeta::writeFields).objects("tags", tags, ColumnMeta::writeFields);
        }
    }

    /**
     * Child tables were created.
     *
     * <p>The first is told of in the object itself; if there are more, {@code createList} has all of them.
     *
     * @param children at least one
     */
    record ChildrenCreated(List<ChildMeta> children) implements TableMeta {

        public ChildrenCreated {
            children = List.copyOf(children);
        }

        @Override
        public void writeFields(JsonWriter out) {
            out.text("type", "create").text("tableType", TableKind.CHILD.text());
            children.get(0).writeFields(out);
            out.objects("createList", children.size() == 1 ? List.of() : children, ChildMeta::writeFields);
        }
    }

    /** Child or normal tables were dropped. */
    record Dropped(List<String> tables) implements TableMeta {

        public Dropped {
            tables = List.copyOf(tables);
        }

        @Override
        public void writeFields(JsonWriter out) {
            out.text("type", "drop").texts("tableNameList", tables);
        }
    }

    /** A super table was dropped with its child tables. */
    record SuperTableDropped(String table) implements TableMeta {

        @Override
        public void writeFields(JsonWriter out) {
            out.text("type", "drop").text("tableType", TableKind.SUPER.text()).text("tableName", table);
        }
    }

    /**
     * Rows were deleted.
     *
     * @param table whose rows they were
     * @param timestamp the name of its first column
     * @param first the first timestamp, included, in the precision of the database
     * @param last the last timestamp, included
     */
    record Deleted(String table, String timestamp, long first, long last) implements TableMeta {

        @Override
        public void writeFields(JsonWriter out) {
            String sql = "delete from `%s` where `%s` >= %d and `%s` <= %d";
            out.text("type", "delete").text("sql", sql.formatted(table, timestamp, first, timestamp, last));
        }
    }
}
