// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data.meta;

import java.util.List;

/** A change of tables, or a deletion of rows, that a topic tells of. Immutable. */
public sealed interface TableMeta
        permits TableMeta.Created,
                TableMeta.ChildrenCreated,
                TableMeta.Dropped,
                TableMeta.SuperTableDropped,
                TableMeta.Deleted,
                TableMeta.Other,
                AlterMeta {

    /** A super table, or a normal table, which has no tags, was created. */
    record Created(TableKind kind, String table, List<ColumnMeta> columns, List<ColumnMeta> tags) implements TableMeta {

        public Created {
            columns = List.copyOf(columns);
            tags = List.copyOf(tags);
        }
    }

    /**
     * Child tables were created.
     *
     * @param children at least one
     */
    record ChildrenCreated(List<ChildMeta> children) implements TableMeta {

        public ChildrenCreated {
            if (children.isEmpty()) {
                throw new IllegalArgumentException("no child table was created");
            }
            children = List.copyOf(children);
        }
    }

    /** Child or normal tables were dropped. */
    record Dropped(List<String> tables) implements TableMeta {

        public Dropped {
            tables = List.copyOf(tables);
        }
    }

    /** A super table was dropped with its child tables. */
    record SuperTableDropped(String table) implements TableMeta {}

    /**
     * Rows were deleted.
     *
     * @param sql the statement that deletes them, once more if need be; its timestamps are in the precision of the database
     */
    record Deleted(String sql) implements TableMeta {

        /**
         * As TDengine writes the deletion of a span of time.
         *
         * @param timestamp the name of the table's first column
         * @param first the first timestamp, included
         * @param last the last timestamp, included
         */
        public static Deleted of(String table, String timestamp, long first, long last) {
            String sql = "delete from `%s` where `%s` >= %d and `%s` <= %d";
            return new Deleted(sql.formatted(table, timestamp, first, timestamp, last));
        }
    }

    /**
     * Something else, that this client does not know.
     *
     * @param type TDengine's word for it
     * @param json all that TDengine says of it
     */
    record Other(String type, String json) implements TableMeta {}
}
