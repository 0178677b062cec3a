// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data.meta;

import io.tdspring.data.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table was altered. Immutable. */
public sealed interface AlterMeta extends TableMeta {

    TableKind kind();

    String table();

    /** A column or a tag was added. */
    record Added(TableKind kind, String table, Member member, Column column) implements AlterMeta {}

    /** A column or a tag is gone. */
    record Dropped(TableKind kind, String table, Member member, String column) implements AlterMeta {}

    /** A column or a tag has another name. */
    record Renamed(TableKind kind, String table, Member member, String column, String newName) implements AlterMeta {}

    /** A column or a tag takes longer values now. */
    record Resized(TableKind kind, String table, Member member, Column column) implements AlterMeta {}

    /**
     * Tags of a child table got values.
     *
     * @param tags at least one
     */
    record TagsSet(String table, List<TagText> tags) implements AlterMeta {

        public TagsSet {
            if (tags.isEmpty()) {
                throw new IllegalArgumentException("no tag was set");
            }
            tags = List.copyOf(tags);
        }

        @Override
        public TableKind kind() {
            return TableKind.CHILD;
        }
    }

    /**
     * A tag's new value; TDengine does not tell its type here.
     *
     * @param text the value as TDengine writes it, strings in quotes; null for NULL
     */
    record TagText(String name, @Nullable String text) {}

    /**
     * A change that has no type of its own here.
     *
     * @param alterType the number by which TDengine tells it
     * @param json all that TDengine says of it
     */
    record Other(TableKind kind, String table, int alterType, String json) implements AlterMeta {}

    /** What of a table changed. */
    enum Member {
        COLUMN,
        TAG
    }
}
