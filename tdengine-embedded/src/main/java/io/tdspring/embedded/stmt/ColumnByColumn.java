// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.stmt.BoundTable;
import io.tdspring.protocol.stmt.BoundValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the columns of a table that are bound one at a time, in their order; name and tags come with the first. For one
 * thread at a time.
 */
final class ColumnByColumn {

    private @Nullable BoundTable first;
    private final List<BoundValues> columns = new ArrayList<>();

    /** Whether there are columns and more are to come. */
    boolean isBegun() {
        return first != null;
    }

    /** Whether this column is the one that is to come. */
    boolean isNext(int column) {
        return column == columns.size();
    }

    void add(BoundTable table) {
        if (table.columns().size() != 1) {
            throw new SqlException(0x0236, "bind number out of range or not match");
        }
        first = first == null ? table : first;
        columns.add(table.columns().get(0));
    }

    /** What has come. */
    BoundTable table() {
        return first == null
                ? new BoundTable(null, List.of(), List.of())
                : new BoundTable(first.name(), first.tags(), columns);
    }

    void clear() {
        first = null;
        columns.clear();
    }
}
