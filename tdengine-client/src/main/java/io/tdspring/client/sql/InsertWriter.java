// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.sql;

import io.tdspring.error.TdengineProgrammingException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes INSERT statements from rows of many tables, each as long as the server takes.
 *
 * <p>A statement is handed on when the next row would not fit; {@link #finish} hands on the last one. Rows that follow
 * one another and have the same target share its head, so sort rows by target. Confined to one thread.
 *
 * <pre>
 * INSERT INTO `t1` USING `st` (`tag`) TAGS ('a') (`ts`,`v`) VALUES ('…Z',1)('…Z',2) `t2` USING …
 * </pre>
 */
public final class InsertWriter {

    /** The bytes of UTF-8 in the longest statement a server takes: 1 MiB. */
    public static final int MAX_STATEMENT_BYTES = 1 << 20;

    private static final String INSERT_INTO = "INSERT INTO ";

    private final Consumer<String> statements;
    private final int limit;
    private final StringBuilder statement = new StringBuilder();
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder row = new StringBuilder();
    private int bytes;
    private int headBytes;
    private @Nullable InsertTarget current;

    /** A writer that hands each statement to {@code statements} as soon as it is full. */
    public InsertWriter(Consumer<String> statements) {
        this(statements, MAX_STATEMENT_BYTES);
    }

    InsertWriter(Consumer<String> statements, int limit) {
        this.statements = statements;
        this.limit = limit;
    }

    /**
     * Adds a row.
     *
     * @param values in the order of the target's columns, null for NULL
     * @throws IllegalArgumentException if there are more or fewer values than columns
     * @throws io.tdspring.error.UnsupportedFeatureException if SQL text cannot express a value; the row is not added
     * @throws TdengineProgrammingException if the row alone is longer than a statement may be; the row is not added
     */
    public void add(InsertTarget target, List<? extends @Nullable Object> values) {
        if (values.size() != target.columns().size()) {
            throw new IllegalArgumentException(
                    values.size() + " values for " + target.columns().size() + " columns");
        }
        row.setLength(0);
        SqlLiterals.appendList(row, values);
        int rowBytes = SqlText.utf8Length(row);
        boolean anotherTable = !target.equals(current);
        if (anotherTable) {
            prepareHead(target);
        }
        if ((long) INSERT_INTO.length() + headBytes + rowBytes > limit) {
            throw tooLong(target);
        }
        int separator = anotherTable ? 1 : 0;
        if (bytes > 0 && (long) bytes + (anotherTable ? headBytes : 0) + separator + rowBytes > limit) {
            finish();
        }
        appendRow(target, rowBytes, anotherTable);
    }

    private void prepareHead(InsertTarget target) {
        current = null;
        head.setLength(0);
        target.appendHead(head);
        headBytes = SqlText.utf8Length(head);
    }

    private void appendRow(InsertTarget target, int rowBytes, boolean anotherTable) {
        if (bytes == 0) {
            statement.append(INSERT_INTO).append(head);
            bytes = INSERT_INTO.length() + headBytes;
        } else if (anotherTable) {
            statement.append(' ').append(head);
            bytes += 1 + headBytes;
        }
        statement.append(row);
        bytes += rowBytes;
        current = target;
    }

    /** Hands on the rows that were added since the last statement, if there are any. */
    public void finish() {
        if (bytes > 0) {
            String complete = statement.toString();
            statement.setLength(0);
            bytes = 0;
            statements.accept(complete);
        }
    }

    private TdengineProgrammingException tooLong(InsertTarget target) {
        InsertTarget.ChildOf childOf = target.childOf();
        // A child table's name may be made of tag values.
        String table = childOf == null ? "table " + target.table() : "super table " + childOf.superTable();
        return new TdengineProgrammingException(
                "a row of " + table + " is longer than the " + limit + " bytes of a statement", null);
    }
}
