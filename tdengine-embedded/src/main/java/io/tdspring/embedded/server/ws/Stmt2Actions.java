// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.data.Column;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.server.SqlConnection;
import io.tdspring.embedded.stmt.Description;
import io.tdspring.embedded.stmt.PreparedStatement;
import io.tdspring.embedded.stmt.SchemaLookup;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.PreparedResult;
import io.tdspring.protocol.stmt.StatementExecResponse;
import io.tdspring.protocol.stmt.StatementResponse;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2BindExec;
import io.tdspring.protocol.stmt.Stmt2Close;
import io.tdspring.protocol.stmt.Stmt2Exec;
import io.tdspring.protocol.stmt.Stmt2Init;
import io.tdspring.protocol.stmt.Stmt2Prepare;
import io.tdspring.protocol.stmt.Stmt2PrepareResponse;
import io.tdspring.protocol.stmt.Stmt2Result;
import io.tdspring.protocol.stmt.Stmt2ResultResponse;
import io.tdspring.protocol.ws.RequestEnvelope;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the actions of prepared statements do whose names begin with {@code stmt2_}.
 *
 * <p>Thread-safe.
 */
final class Stmt2Actions {

    private final OpenResults results;
    private final OpenStatements<PreparedStatement> statements;

    Stmt2Actions(OpenResults results, AtomicLong lastId) {
        this.results = results;
        this.statements = new OpenStatements<>(lastId, "stmt2");
    }

    /** Whether a statement of this interface has the id. */
    boolean contains(long id) {
        return statements.contains(id);
    }

    /** Answers a request if it is one of these; else returns false. */
    boolean answer(RequestEnvelope request, SqlConnection connection, Reply reply) {
        switch (request.action()) {
            case Stmt2Init.ACTION -> open(Stmt2Init.read(request), connection, reply);
            case Stmt2Prepare.ACTION -> prepare(Stmt2Prepare.read(request), connection, reply);
            case Stmt2Exec.ACTION -> execute(Stmt2Exec.read(request).statementId(), connection, reply);
            case Stmt2Result.ACTION -> result(Stmt2Result.read(request).statementId(), reply);
            case Stmt2Close.ACTION -> close(Stmt2Close.read(request).statementId(), reply);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void open(Stmt2Init request, SqlConnection connection, Reply reply) {
        SchemaLookup lookup =
                request.singleSuperTable() && request.singleTableOnce() ? SchemaLookup.ONCE : SchemaLookup.ALWAYS;
        statements.add(new PreparedStatement(connection.engine(), lookup), reply);
    }

    private void prepare(Stmt2Prepare request, SqlConnection connection, Reply reply) {
        long id = request.statementId();
        statements.use(id, reply, statement -> {
            SqlConnection.checkLength(request.sql());
            PreparedStatement.Lookup when =
                    request.withFields() ? PreparedStatement.Lookup.NOW : PreparedStatement.Lookup.LATER;
            Description prepared = statement.prepare(connection.newSession(), request.sql(), when);
            reply.send(new Stmt2PrepareResponse(
                    reply.ok(), id, prepared.isInsert(), prepared.fields(), prepared.placeholders()));
        });
    }

    /** Binds the values of a frame to a statement. */
    void bind(ByteBuffer message, long id, SqlConnection connection, Reply reply) {
        statements.change(id, reply, statement -> {
            Stmt2Bind values = Stmt2Bind.read(message);
            statement.bind(connection.newSession(), values.column(), values.tables());
        });
    }

    /** Binds the values of a frame to a statement and runs it. */
    void bindAndExecute(ByteBuffer message, long id, SqlConnection connection, Reply reply) {
        statements.use(id, reply, statement -> {
            List<BoundValues> values = Stmt2BindExec.read(message).fields();
            long affected = statement.execute(connection.newSession(), values);
            reply.send(new StatementExecResponse(reply.ok(), id, affected));
        });
    }

    private void execute(long id, SqlConnection connection, Reply reply) {
        statements.use(id, reply, statement -> {
            long affected = statement.execute(connection.newSession());
            reply.send(new StatementExecResponse(reply.ok(), id, affected));
        });
    }

    private void result(long id, Reply reply) {
        statements.use(id, reply, statement -> {
            StatementResult.Rows rows = statement.result();
            long resultId = results.add(rows).id();
            List<Column> columns = StatementActions.widened(rows);
            PreparedResult result = new PreparedResult(id, resultId, columns, rows.precision());
            reply.send(new Stmt2ResultResponse(reply.ok(), result));
        });
    }

    private void close(long id, Reply reply) {
        statements.remove(id);
        reply.send(new StatementResponse(reply.ok(), id));
    }
}
