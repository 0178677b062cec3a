// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of tables, or a deletion of rows, as the log of a vgroup keeps it: with what was true at that moment.
 *
 * <p>Immutable, but for the tables it names.
 */
public sealed interface TableChange {

    /** The super table that changed, or whose child did; null if it is about a normal table. */
    @Nullable
    SuperTable superTable();

    /** Each vgroup of the database has this change. */
    record SuperTableCreated(SuperTable superTable, List<Column> columns, List<Column> tags) implements TableChange {}

    /** Each vgroup of the database has this change. */
    record SuperTableAltered(SuperTable superTable, Member member, ColumnChange change) implements TableChange {}

    /** The child tables went with it. Each vgroup of the database has this change. */
    record SuperTableDropped(SuperTable superTable) implements TableChange {}

    /** A normal table was created. */
    record TableCreated(Table table, List<Column> columns) implements OfTable {}

    /**
     * A child table was created.
     *
     * @param values one for each of the tags
     */
    record ChildCreated(Table table, List<Column> tags, List<@Nullable Object> values) implements OfTable {}

    /** The columns of a normal table changed. */
    record TableAltered(Table table, ColumnChange change) implements OfTable {}

    /** Tags of a child table got values. */
    record TagsSet(Table table, List<TagValue> values) implements OfTable {}

    record TableDropped(Table table) implements OfTable {}

    /**
     * Rows were deleted.
     *
     * @param timestamp the name of the column
     * @param first the first timestamp, included
     * @param last the last timestamp, included
     */
    record RowsDeleted(Table table, String timestamp, long first, long last) implements OfTable {}

    /** A change of one child or normal table; only its own vgroup has it. */
    sealed interface OfTable extends TableChange {

        Table table();

        @Override
        default @Nullable SuperTable superTable() {
            return table().superTable();
        }
    }

    /** What of a super table changed. */
    enum Member {
        COLUMN,
        TAG
    }

    /** A value that a tag got. */
    record TagValue(Column tag, @Nullable Object value) {}
}
