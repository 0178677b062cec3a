// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Alter;
import io.tdspring.embedded.sql.ColumnDefinition;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Columns;
import java.util.List;
import java.util.function.Predicate;

/**
 * What ALTER makes of columns and tags, with TDengine's checks and words. Immutable.
 *
 * @param used whether a topic reads the column or tag of this name
 */
record SchemaChange(Predicate<String> used) {

    private static final int NO_SUCH_COLUMN = 0x2602;
    private static final int DUPLICATE_COLUMN = 0x263c;

    /** The columns of a super table after a change. */
    Columns ofSuperTable(Columns columns, Columns tags, Alter.Change change) {
        if (change instanceof Alter.Rename) {
            throw new SqlException(0x2649, "Rename column only available for normal table");
        }
        if (change instanceof Alter.Drop drop && columns.indexOf(drop.name()) == 0) {
            throw new SqlException(0x03c2, "Invalid stable alter options");
        }
        if (change instanceof Alter.Add add
                && indexOf(columns, tags, add.added().name()) >= 0) {
            throw SqlException.notSupported("Adding a column of a name that the super table has already");
        }
        return checked(changed(columns, change), tags);
    }

    /** The columns of a normal table after a change. */
    Columns ofNormalTable(Columns columns, Alter.Change change) {
        if (change instanceof Alter.Rename rename) {
            return renamed(columns, rename);
        }
        if (change instanceof Alter.Drop drop && columns.indexOf(drop.name()) == 0) {
            throw SqlException.notSupported("Dropping the timestamp of a table");
        }
        return checked(changed(columns, change), Columns.of(List.of()));
    }

    /** The tags of a super table after a change. */
    Columns ofTags(Columns columns, Columns tags, Alter.Change change) {
        if (change instanceof Alter.Rename rename) {
            return renamedTag(columns, tags, rename);
        }
        if (change instanceof Alter.Add add) {
            requireFree(columns, tags, add.added().name());
            return checkedTags(columns, tags.with(SchemaRules.columnOf(add.added())));
        }
        if (tags.stream().anyMatch(tag -> tag.type() == DataType.JSON)) {
            throw new SqlException(0x2633, "Only one tag if there is a json tag");
        }
        if (change instanceof Alter.Drop drop) {
            return withoutTag(tags, drop.name());
        }
        if (change instanceof Alter.Modify modify) {
            return checkedTags(
                    columns, longer(tags, tagIndex(tags, modify.modified().name()), modify.modified()));
        }
        throw SqlException.notSupported("such a change of a tag");
    }

    private Columns withoutTag(Columns tags, String name) {
        int index = tagIndex(tags, name);
        requireUnused(name);
        if (tags.size() == 1) {
            throw SqlException.notSupported("Dropping the only tag of a super table");
        }
        return tags.without(index);
    }

    private Columns changed(Columns columns, Alter.Change change) {
        if (change instanceof Alter.Add add) {
            return columns.with(SchemaRules.columnOf(add.added()));
        }
        if (change instanceof Alter.Modify modify) {
            return longer(columns, columnIndex(columns, modify.modified().name()), modify.modified());
        }
        if (change instanceof Alter.Drop drop) {
            int index = columnIndex(columns, drop.name());
            requireUnused(drop.name());
            if (columns.size() == 2) {
                throw new SqlException(0x2651, "No columns can be dropped");
            }
            return columns.without(index);
        }
        throw SqlException.notSupported("such a change of a column");
    }

    private Columns longer(Columns columns, int index, ColumnDefinition modified) {
        Column present = columns.get(index);
        boolean grows =
                present.type() == modified.type() && canGrow(present.type()) && modified.length() > present.length();
        if (!grows) {
            throw new SqlException(
                    0x264b,
                    "Only varbinary/binary/nchar/geometry column length could be modified, and the length can only be"
                            + " increased, not decreased");
        }
        requireUnused(present.name());
        return columns.replaced(index, SchemaRules.columnOf(modified));
    }

    /** Whether a longer column of this type can hold what a shorter one holds. */
    private static boolean canGrow(DataType type) {
        return switch (type) {
            case VARCHAR, NCHAR, VARBINARY, GEOMETRY -> true;
            default -> false;
        };
    }

    private Columns renamed(Columns columns, Alter.Rename rename) {
        int index = columnIndex(columns, rename.name());
        if (columns.indexOf(rename.newName()) >= 0) {
            throw new SqlException(DUPLICATE_COLUMN, "Duplicated column names");
        }
        requireUnused(rename.name());
        return columns.replaced(index, named(columns.get(index), rename.newName()));
    }

    private Columns renamedTag(Columns columns, Columns tags, Alter.Rename rename) {
        int index = tagIndex(tags, rename.name());
        requireFree(columns, tags, rename.newName());
        requireUnused(rename.name());
        return tags.replaced(index, named(tags.get(index), rename.newName()));
    }

    private static Column named(Column column, String name) {
        return new Column(name, column.type(), column.length(), column.precision(), column.scale());
    }

    private static int columnIndex(Columns columns, String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new SqlException(NO_SUCH_COLUMN, "Invalid column name: " + name);
        }
        return index;
    }

    private static int tagIndex(Columns tags, String name) {
        int index = tags.indexOf(name);
        if (index < 0) {
            throw new SqlException(0x036a, "Tag does not exist");
        }
        return index;
    }

    private static int indexOf(Columns columns, Columns tags, String name) {
        return Math.max(columns.indexOf(name), tags.indexOf(name));
    }

    private static void requireFree(Columns columns, Columns tags, String tag) {
        if (tags.indexOf(tag) >= 0) {
            throw new SqlException(0x0369, "Tag already exists");
        }
        if (columns.indexOf(tag) >= 0) {
            throw SqlException.notSupported("A tag with the name of a column");
        }
    }

    private void requireUnused(String name) {
        if (used.test(name)) {
            throw new SqlException(0x03c4, "Field used by topic");
        }
    }

    private static Columns checked(Columns columns, Columns tags) {
        SchemaRules.check(SchemaRules.definitionsOf(columns), SchemaRules.definitionsOf(tags));
        return columns;
    }

    private static Columns checkedTags(Columns columns, Columns tags) {
        checked(columns, tags);
        return tags;
    }
}
