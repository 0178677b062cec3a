// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Insert;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.value.CellReader;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a USING clause and the tags they are for; immutable. */
final class TagCells {

    private final List<Column> tags;
    /** For each value the number of its tag. */
    private final int[] targets;

    private final List<Expr> values;

    private TagCells(List<Column> tags, int[] targets, List<Expr> values) {
        this.tags = tags;
        this.targets = targets;
        this.values = values;
    }

    /** @throws SqlException 0x2602 for an unknown tag, 0x260D if there are not as many values as tags */
    static TagCells bind(SuperTable superTable, Insert.Using using) {
        List<Column> tags = superTable.tags();
        int[] targets = new int
                [using.tagNames().isEmpty() ? tags.size() : using.tagNames().size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = using.tagNames().isEmpty()
                    ? i
                    : indexOf(tags, using.tagNames().get(i));
        }
        if (using.tags().size() != targets.length) {
            throw new SqlException(0x260d, "Tags number not matched");
        }
        return new TagCells(tags, targets, using.tags());
    }

    /** A cell for each tag of the super table; those without a value are NULL. */
    List<@Nullable Object> read(CellReader reader) {
        @Nullable Object[] cells = new @Nullable Object[tags.size()];
        for (int i = 0; i < targets.length; i++) {
            cells[targets[i]] = reader.read(tags.get(targets[i]), values.get(i));
        }
        return Arrays.asList(cells);
    }

    private static int indexOf(List<Column> tags, String name) {
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new SqlException(0x2602, "Invalid column name: " + name);
    }
}
