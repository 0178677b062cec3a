// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Insert;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.stmt.BoundTable;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.Stmt2Bind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects columns that are bound one at a time, in their order, to the rows they make. For one thread at a time. */
final class ColumnByColumn {

    private @Nullable BoundTable first;
    private final List<BoundValues> columns = new ArrayList<>();

    /** Whether there are columns of rows that are not complete. */
    boolean isBegun() {
        return first != null;
    }

    /** The tables that are complete with this binding. */
    List<BoundTable> add(Stmt2Bind bind, Insert insert) {
        if (bind.column() == Stmt2Bind.ALL_COLUMNS) {
            return bind.tables();
        }
        if (bind.column() != columns.size() || bind.tables().size() != 1) {
            throw SqlException.notSupported("Binding columns out of their order or of several tables");
        }
        BoundTable table = bind.tables().get(0);
        if (table.columns().size() != 1) {
            throw new SqlException(0x0236, "bind number out of range or not match");
        }
        BoundTable head = first == null ? table : first;
        first = head;
        columns.add(table.columns().get(0));
        if (columns.size() < boundColumns(insert.targets().get(0))) {
            return List.of();
        }
        BoundTable whole = new BoundTable(head.name(), head.tags(), columns);
        first = null;
        columns.clear();
        return List.of(whole);
    }

    private static long boundColumns(Insert.Target target) {
        if (target.columns().contains("tbname")) {
            throw SqlException.notSupported("Binding columns one by one to an INSERT with tbname");
        }
        return target.rows().get(0).values().stream()
                .filter(value -> value instanceof Expr.Placeholder)
                .count();
    }
}
