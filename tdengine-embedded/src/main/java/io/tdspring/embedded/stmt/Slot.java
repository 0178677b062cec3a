// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.protocol.stmt.StatementField;

/**
 * A place that an INSERT has a value for.
 *
 * @param column when the statement was looked up; later it is found again by its name
 * @param value the placeholder, or a constant
 */
record Slot(StatementField.Role role, Column column, Expr value) {

    private static final String TABLE_NAME = "tbname";
    private static final int TABLE_NAME_BYTES = 271;

    static Slot tableName(Expr value) {
        return new Slot(StatementField.Role.TABLE_NAME, Column.of(TABLE_NAME, DataType.VARCHAR, 0), value);
    }

    /** Whether the value is bound and not written in the statement. */
    boolean isBound() {
        return value instanceof Expr.Placeholder;
    }

    /** The number of the placeholder; -1 if there is none. */
    int index() {
        return value instanceof Expr.Placeholder placeholder ? placeholder.index() : -1;
    }

    StatementField field(Precision precision) {
        int bytes = role == StatementField.Role.TABLE_NAME ? TABLE_NAME_BYTES : ValueWidths.of(column);
        int unit = column.type() == DataType.TIMESTAMP ? precision.code() : 0;
        return new StatementField(column.name(), column.type(), unit, 0, bytes, role);
    }
}
