// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Alter;
import io.tdspring.embedded.sql.ColumnDefinition;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * Types that came with a later version than the one that a server says it is, so that no column can have them. Immutable.
 *
 * @param types none for the newest version
 */
public record MissingTypes(Set<DataType> types) {

    public static final MissingTypes NONE = new MissingTypes(Set.of());

    /** The code for bad types; that of old versions for these types has not been recorded. */
    private static final int INVALID_COLUMN = 0x2602;

    public MissingTypes {
        types = Set.copyOf(types);
    }

    /** Refuses a statement that wants a column of such a type. */
    void check(Statement statement) {
        if (statement instanceof Statement.CreateSuperTable create) {
            check(create.columns());
            check(create.tags());
        } else if (statement instanceof Statement.CreateTable create) {
            check(create.columns());
        } else if (statement instanceof Alter alter && alter.change() instanceof Alter.Add add) {
            check(List.of(add.added()));
        }
    }

    private void check(List<ColumnDefinition> columns) {
        for (ColumnDefinition column : columns) {
            if (types.contains(column.type())) {
                throw new SqlException(INVALID_COLUMN, "Invalid column type of " + column.name());
            }
        }
    }
}
