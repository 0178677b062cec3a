// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code INSERT INTO … VALUES}. Only the grammar is checked: names, the number of values and the values themselves
 * depend on the tables. Errors about them show the rest of the statement from some position on, so positions are kept.
 *
 * @param sql the statement, lower-cased outside quotes; positions count its characters
 */
public record Insert(List<Target> targets, String sql) implements Statement {

    public Insert {
        targets = List.copyOf(targets);
    }

    /** The statement from this position to its end, as TDengine shows it in errors. */
    public String rest(int position) {
        return sql.substring(position);
    }

    /**
     * The error about a value: strings show themselves, other values the rest of the statement.
     *
     * @param reason {@code invalid timestamp}, say
     */
    public SqlException invalid(Expr value, String reason) {
        return SqlException.insertSyntax(near(value), reason);
    }

    private String near(Expr value) {
        if (value instanceof Expr.Literal literal) {
            return literal.isString() ? literal.text() : rest(literal.position());
        }
        if (value instanceof Expr.Binary binary) {
            return near(binary.left());
        }
        return value.toString();
    }

    /**
     * The rows for one table.
     *
     * @param table a table, or a super table if {@code tbname} is among the columns
     * @param nameEnd position behind the table's name
     * @param using null unless the table is to be created if missing
     * @param columns empty: all; a name may repeat and need not exist
     * @param rows empty only if nothing sensible follows this table's name; once the table is known to exist, the
     *     statement is incomplete
     */
    public record Target(
            TableName table, int nameEnd, @Nullable Using using, List<String> columns, List<Row> rows) {

        public Target {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * {@code USING superTable [(tagNames)] TAGS (tags)}.
     *
     * @param tagNames empty: all
     * @param tags as {@link Row#values()}
     * @param closing position of the parenthesis that closes the tags
     */
    public record Using(TableName superTable, List<String> tagNames, List<Expr> tags, int closing) {

        public Using {
            tagNames = List.copyOf(tagNames);
            tags = List.copyOf(tags);
        }
    }

    /**
     * One row.
     *
     * @param values a {@link Expr.Literal} with its sign, a {@link Expr.FunctionCall} ({@code now}, {@code today}), or a
     *     {@link Expr.Binary} ADD or SUBTRACT of one of these and durations or numbers
     * @param closing position of the closing parenthesis
     */
    public record Row(List<Expr> values, int closing) {

        public Row {
            values = List.copyOf(values);
        }
    }
}
