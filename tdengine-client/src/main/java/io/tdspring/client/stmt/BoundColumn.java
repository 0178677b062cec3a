// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.data.DataType;
import io.tdspring.error.TdengineStatementException;
import io.tdspring.protocol.stmt.StatementField;

/**
 * The column or tag behind a placeholder.
 *
 * @param field what the server says about it; of a DECIMAL with its digits and its scale
 * @param isPrimary whether it is the timestamp that identifies a row, which is never NULL
 */
record BoundColumn(StatementField field, boolean isPrimary, Position position) {

    DataType type() {
        return field.type();
    }

    /** The longest value of a type of no fixed width, in its bytes. */
    int longest() {
        return field.bytes() - type().prefixBytes();
    }

    TdengineStatementException refused(String why) {
        return position.refused(field.name(), why);
    }

    TdengineStatementException refused(int further, String why) {
        return position.refused(field.name(), further, why);
    }

    TdengineStatementException mismatch(String kind) {
        return refused("a " + type().typeName() + " does not take a value of kind " + kind);
    }

    Binder binder() {
        return switch (type()) {
            case BOOL -> new BooleanBinder(this);
            case TINYINT, SMALLINT, INT, BIGINT, UTINYINT, USMALLINT, UINT, UBIGINT -> IntegerBinder.of(this);
            case FLOAT, DOUBLE -> new FloatingBinder(this);
            case TIMESTAMP -> new TimestampBinder(this);
            case VARCHAR, NCHAR, JSON -> new TextBinder(this);
            case VARBINARY, GEOMETRY, BLOB -> new BytesBinder(this);
            case DECIMAL, DECIMAL64 -> new DecimalBinder(this);
            case NULL -> throw refused("the type of the column is unknown");
        };
    }
}
