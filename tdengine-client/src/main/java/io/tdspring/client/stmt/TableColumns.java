// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.client.sql.Identifiers;
import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.error.TdengineStatementException;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.StatementField.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a table, asked by a query for no rows: what the answer to a preparation lacks, which is the digits of a
 * DECIMAL always, and everything if the table is a placeholder. Immutable.
 */
record TableColumns(List<Column> columns, Precision precision) {

    /** The server keeps a character of NCHAR and JSON in UCS-4. */
    private static final int CHARACTER_BYTES = 4;

    /**
     * Asks for the columns of a table.
     *
     * @param table as SQL has it
     */
    static TableColumns of(Connection connection, String table, Duration timeout) {
        SqlRequest request = new SqlRequest("select * from " + table + " limit 0", RequestIds.next(), timeout);
        try (Result result = connection.query(request)) {
            return new TableColumns(result.columns(), result.precision());
        }
    }

    /** A table's name as it is bound, for SQL: with a database before it if there is a point. */
    static String quoted(String name) {
        if (name.indexOf('`') >= 0) {
            throw new TdengineStatementException(
                    "a table name with back-ticks cannot be looked up; bind it without", null);
        }
        int point = name.indexOf('.');
        return point < 0
                ? Identifiers.quote(name)
                : Identifiers.quote(name.substring(0, point), name.substring(point + 1));
    }

    /** The same fields, those of type DECIMAL with their digits and scale. */
    List<StatementField> complete(List<StatementField> fields) {
        return fields.stream()
                .map(field -> field.type().isDecimal() ? field(column(field.name()), field.role()) : field)
                .toList();
    }

    /** What the placeholders of {@code insert into ? values (...)} stand for. */
    List<StatementField> fields(InsertSql sql) {
        List<StatementField> fields = new ArrayList<>();
        fields.add(new StatementField("tbname", DataType.VARCHAR, 0, 0, 0, Role.TABLE_NAME));
        List<Column> targets = sql.columns().isEmpty()
                ? columns
                : sql.columns().stream().map(this::column).toList();
        if (targets.size() != sql.values().size()) {
            throw new TdengineStatementException(
                    "the statement has " + sql.values().size() + " values for " + targets.size() + " columns", null);
        }
        for (int i = 0; i < targets.size(); i++) {
            if (sql.values().get(i)) {
                fields.add(field(targets.get(i), Role.COLUMN));
            }
        }
        return fields;
    }

    private Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new TdengineStatementException("the table has no column " + name, null));
    }

    private StatementField field(Column column, Role role) {
        int unit = column.type() == DataType.TIMESTAMP ? precision.code() : column.precision();
        return new StatementField(column.name(), column.type(), unit, column.scale(), bytes(column), role);
    }

    private static int bytes(Column column) {
        return switch (column.type()) {
            case NCHAR, JSON -> column.length() * CHARACTER_BYTES + Short.BYTES;
            case VARCHAR, VARBINARY, GEOMETRY -> column.length() + Short.BYTES;
            default -> column.length();
        };
    }
}
