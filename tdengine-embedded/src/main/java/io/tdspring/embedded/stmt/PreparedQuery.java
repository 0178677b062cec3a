// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.embedded.engine.SessionState;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Parser;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.Statement;
import io.tdspring.protocol.stmt.BoundTable;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.Stmt2Bind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A query with parameters. For one thread at a time, but for the rows, which any thread may read. */
final class PreparedQuery implements PreparedStatement.Prepared {

    private static final int NOT_BOUND = 0xffff;

    private final SqlEngine engine;
    private final String sql;
    private final int placeholders;
    private final LastRows lastRows = new LastRows();
    private boolean checked;
    private @Nullable Statement bound;
    private StatementResult.@Nullable Rows result;

    private PreparedQuery(SqlEngine engine, String sql, int placeholders) {
        this.engine = engine;
        this.sql = sql;
        this.placeholders = placeholders;
    }

    /** @throws SqlException 0x2600 if there are no placeholders */
    static PreparedQuery parse(SqlEngine engine, String sql) {
        int placeholders = Parser.countPlaceholders(sql);
        if (placeholders == 0) {
            throw new SqlException(SqlException.SYNTAX, "stmt only support select or insert");
        }
        Parser.parsePrepared(sql, Expr.Placeholder::new);
        return new PreparedQuery(engine, sql, placeholders);
    }

    @Override
    public Description describe(SessionState session) {
        return new Description(false, null, placeholders);
    }

    @Override
    public boolean isInsert() {
        return false;
    }

    @Override
    public List<StatementField> fields(SessionState session, BoundName table) {
        throw PreparedStatement.misuse();
    }

    @Override
    public void bind(SessionState session, int column, List<BoundTable> tables) {
        if (column != Stmt2Bind.ALL_COLUMNS) {
            throw SqlException.notSupported("Binding the parameters of a query one by one");
        }
        if (tables.size() != 1 || tables.get(0).columns().size() < placeholders) {
            throw wrongNumber();
        }
        List<Expr> parameters = new ArrayList<>();
        for (BoundValues parameter : tables.get(0).columns().subList(0, placeholders)) {
            if (parameter.rows() != 1) {
                throw wrongNumber();
            }
            parameters.add(ParameterLiterals.of(parameter));
        }
        Statement query = Parser.parsePrepared(sql, parameters::get);
        if (!checked) {
            // What is wrong with the query itself shows here and not when it runs, as with a real server.
            engine.execute(session, query);
            checked = true;
        }
        bound = query;
    }

    private static SqlException wrongNumber() {
        return new SqlException(0x0236, "bind number out of range or not match");
    }

    @Override
    public long execute(SessionState session) {
        Statement query = bound;
        if (query == null) {
            throw new SqlException(NOT_BOUND, "success");
        }
        bound = null;
        StatementResult.Rows rows = (StatementResult.Rows) engine.execute(session, query);
        lastRows.set(rows.rows());
        result = new StatementResult.Rows(rows.columns(), rows.precision(), lastRows);
        return 0;
    }

    @Override
    public StatementResult.Rows result() {
        if (result == null) {
            throw PreparedStatement.misuse();
        }
        return result;
    }

    /** The rows of the last run, for all who read them together. Thread-safe, though readers share the rows out. */
    private static final class LastRows implements Iterator<@Nullable Object[]> {

        // Guarded by this.
        private @Nullable Iterator<@Nullable Object[]> rows;

        synchronized void set(Iterator<@Nullable Object[]> next) {
            rows = next;
        }

        @Override
        public synchronized boolean hasNext() {
            return rows != null && rows.hasNext();
        }

        @Override
        public synchronized @Nullable Object[] next() {
            if (rows == null) {
                throw new NoSuchElementException();
            }
            return rows.next();
        }
    }
}
