// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.data.DataType;
import io.tdspring.embedded.engine.SessionState;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.stmt.BoundTable;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.StatementField.Role;
import io.tdspring.protocol.stmt.Stmt2Bind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement of the older interface, which is told a table, its tags and its rows one after the other, and looks
 * at its SQL when it first has to.
 *
 * <p>Calls in the wrong order fail with 0x022A. Thread-safe: one call at a time.
 */
public final class StepwiseStatement {

    private final SqlEngine engine;

    // Guarded by this.
    private @Nullable String sql;
    private @Nullable PreparedStatement statement;
    private @Nullable String table;
    private List<BoundValues> tags = List.of();
    private Step step = Step.PREPARED;

    public StepwiseStatement(SqlEngine engine) {
        this.engine = engine;
    }

    /** What was done last with the values of an execution. */
    private enum Step {
        PREPARED,
        /** With fewer columns than the INSERT has, which shows when it runs. */
        BOUND_IN_PART,
        BOUND,
        BATCHED
    }

    /** Gives the statement its SQL, whatever it is; returns whether it begins like an INSERT. */
    public synchronized boolean prepare(String text) {
        sql = text;
        statement = null;
        table = null;
        tags = List.of();
        step = Step.PREPARED;
        return text.stripLeading().toLowerCase(Locale.ROOT).startsWith("insert");
    }

    private PreparedStatement require(SessionState session) {
        PreparedStatement known = statement;
        if (known != null) {
            return known;
        }
        if (sql == null) {
            throw PreparedStatement.misuse();
        }
        PreparedStatement parsed = new PreparedStatement(engine, SchemaLookup.ALWAYS);
        parsed.prepare(session, sql, PreparedStatement.Lookup.LATER);
        statement = parsed;
        return parsed;
    }

    /** Says which table the next tags and rows are for. */
    public synchronized void setTable(SessionState session, String name) {
        require(session).fields(session, BoundName.of(name));
        table = name;
        tags = List.of();
    }

    /**
     * What the tags or columns of an INSERT are.
     *
     * @throws SqlException 0x022A if it has none
     */
    public synchronized List<StatementField> fields(SessionState session, Role role) {
        List<StatementField> fields = require(session).fields(session, BoundName.of(table)).stream()
                .filter(field -> field.role() == role)
                .toList();
        if (fields.isEmpty()) {
            throw PreparedStatement.misuse();
        }
        return fields;
    }

    /** How many columns of an INSERT, or parameters of a query, are bound. */
    public synchronized int parameters(SessionState session) {
        PreparedStatement known = require(session);
        return known.isInsert()
                ? fields(session, Role.COLUMN).size()
                : known.describe(session).placeholders();
    }

    /** Takes the tags with which the table is created if it does not exist. */
    public synchronized void setTags(SessionState session, GivenValues values) {
        List<StatementField> fields = fields(session, Role.TAG);
        List<BoundValues> given = read(values, fields);
        if (given.size() != fields.size()) {
            throw new SqlException(0x260d, "Tags number not matched");
        }
        tags = given;
    }

    /** Takes rows for the table, or the parameters of a query. */
    public synchronized void bind(SessionState session, GivenValues values) {
        PreparedStatement known = require(session);
        if (step == Step.BOUND || step == Step.BOUND_IN_PART) {
            throw PreparedStatement.misuse();
        }
        if (!known.isInsert()) {
            bind(known, session, values.asParameters());
            return;
        }
        List<StatementField> fields = fields(session, Role.COLUMN);
        List<BoundValues> columns = read(values, fields);
        if (columns.size() < fields.size()) {
            step = Step.BOUND_IN_PART;
        } else {
            bind(known, session, columns);
        }
    }

    private void bind(PreparedStatement known, SessionState session, List<BoundValues> values) {
        known.bind(session, Stmt2Bind.ALL_COLUMNS, List.of(new BoundTable(table, tags, values)));
        step = Step.BOUND;
    }

    private static List<BoundValues> read(GivenValues values, List<StatementField> fields) {
        for (StatementField field : fields) {
            if (field.type().isDecimal() || field.type() == DataType.BLOB) {
                throw SqlException.notSupported("A " + field.type() + " in a statement of the older interface");
            }
        }
        return values.as(fields);
    }

    /** Ends the rows of a table, so that others may follow. */
    public synchronized void addBatch() {
        requireAll();
        step = Step.BATCHED;
    }

    private void requireAll() {
        if (step == Step.BOUND_IN_PART) {
            throw BoundColumns.unequalRows();
        }
        if (step == Step.PREPARED) {
            throw PreparedStatement.misuse();
        }
    }

    /** Runs the statement with the rows of all batches; returns how many were written. */
    public synchronized long execute(SessionState session) {
        PreparedStatement known = require(session);
        requireAll();
        if (known.isInsert() && step != Step.BATCHED) {
            throw PreparedStatement.misuse();
        }
        step = Step.PREPARED;
        return known.execute(session);
    }

    /** The rows of a query that ran. */
    public synchronized StatementResult.Rows result(SessionState session) {
        PreparedStatement known = require(session);
        if (known.isInsert()) {
            throw PreparedStatement.misuse();
        }
        return known.result();
    }
}
