// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.embedded.engine.SessionState;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.stmt.BoundTable;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.Stmt2Bind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement. After a binding that failed it keeps failing until it is prepared anew.
 *
 * <p>Thread-safe: one call at a time.
 */
public final class PreparedStatement {

    private static final int SYNTAX = 0x2600;
    private static final int NULL_KEY = 0x267b;

    private final SqlEngine engine;
    private final SchemaLookup lookup;

    // Guarded by this.
    private @Nullable Prepared prepared;
    private @Nullable SqlException failure;

    public PreparedStatement(SqlEngine engine, SchemaLookup lookup) {
        this.engine = engine;
        this.lookup = lookup;
    }

    /** A kind of statement that has its SQL; for one thread at a time. */
    sealed interface Prepared permits PreparedInsert, PreparedQuery {

        /** What the placeholders are. */
        Description describe(SessionState session);

        /** What the placeholders of an INSERT stand for, in their order, if it writes to the table of this name. */
        List<StatementField> fields(SessionState session, BoundName table);

        /** Whether this is an INSERT. */
        boolean isInsert();

        /** Binds values as {@link PreparedStatement#bind} says. */
        void bind(SessionState session, int column, List<BoundTable> tables);

        long execute(SessionState session);

        StatementResult.Rows result();
    }

    /**
     * Gives the statement its SQL.
     *
     * @throws SqlException if it is neither INSERT nor a query with placeholders, or with {@link Lookup#NOW} if what it
     *     names does not exist
     */
    public synchronized Description prepare(SessionState session, String sql, Lookup when) {
        prepared = null;
        failure = null;
        Prepared next = parse(sql);
        Description description = when == Lookup.NOW ? next.describe(session) : Description.unasked(next.isInsert());
        prepared = next;
        return description;
    }

    /** When to look up what a statement names. */
    public enum Lookup {
        NOW,
        LATER
    }

    /** Whether the statement is an INSERT. */
    synchronized boolean isInsert() {
        return require().isInsert();
    }

    /** Looks up what the statement names. */
    synchronized Description describe(SessionState session) {
        return require().describe(session);
    }

    /**
     * What the placeholders of an INSERT stand for, in their order.
     *
     * @param table the one that it writes to, where the statement has a placeholder
     * @throws SqlException 0x022A if it is a query, or what it names does not exist
     */
    synchronized List<StatementField> fields(SessionState session, BoundName table) {
        return require().fields(session, table);
    }

    private Prepared parse(String sql) {
        String first = sql.stripLeading().toLowerCase(Locale.ROOT);
        if (first.startsWith("insert")) {
            return PreparedInsert.parse(engine, lookup, sql);
        }
        if (first.startsWith("select")) {
            return PreparedQuery.parse(engine, sql);
        }
        throw new SqlException(SYNTAX, "stmt only support 'SELECT' or 'INSERT'");
    }

    /**
     * Binds values; several bindings add up.
     *
     * @param column the number of the one that is bound, or {@link Stmt2Bind#ALL_COLUMNS}
     * @throws SqlException if they do not fit the statement
     */
    public synchronized void bind(SessionState session, int column, List<BoundTable> tables) {
        requireUsable();
        try {
            require().bind(session, column, tables);
        } catch (SqlException e) {
            failure = e.code() == NULL_KEY ? new SqlException(NULL_KEY, "success") : e;
            throw e;
        }
    }

    /**
     * Binds rows of any number of tables, whose names and tags are values of each row, and runs the statement.
     *
     * @param values what is bound to each placeholder, all with as many rows
     * @return how many rows were written; 0 for a query
     * @throws SqlException as {@link #bind} and {@link #execute}
     */
    public synchronized long execute(SessionState session, List<BoundValues> values) {
        List<BoundTable> tables = isInsert()
                ? TableRuns.split(fields(session, BoundName.of(null)), values)
                : List.of(new BoundTable(null, List.of(), values));
        bind(session, Stmt2Bind.ALL_COLUMNS, tables);
        return execute(session);
    }

    /**
     * Runs the statement with what was bound since it ran last.
     *
     * @return how many rows were written; 0 for a query
     * @throws SqlException 0x022A if nothing was bound, or any error of writing or of the query
     */
    public synchronized long execute(SessionState session) {
        requireUsable();
        try {
            return require().execute(session);
        } catch (SqlException e) {
            if (e.code() == misuse().code()) {
                failure = e;
            }
            throw e;
        }
    }

    /**
     * The rows of a query that ran. All results of a statement read the same rows: those of its last run.
     *
     * @return nothing for an INSERT
     * @throws SqlException 0x022A if the statement did not run
     */
    public synchronized StatementResult.Rows result() {
        return require().result();
    }

    private void requireUsable() {
        if (failure != null) {
            throw failure;
        }
    }

    private Prepared require() {
        if (prepared == null) {
            throw misuse();
        }
        return prepared;
    }

    static SqlException misuse() {
        return new SqlException(0x022a, "Stmt API usage error");
    }
}
