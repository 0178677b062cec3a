// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.data.Column;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.server.SqlConnection;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.stmt.Description;
import io.tdspring.embedded.stmt.PreparedStatement;
import io.tdspring.embedded.stmt.SchemaLookup;
import io.tdspring.embedded.stmt.ValueWidths;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2Close;
import io.tdspring.protocol.stmt.Stmt2Exec;
import io.tdspring.protocol.stmt.Stmt2ExecResponse;
import io.tdspring.protocol.stmt.Stmt2Init;
import io.tdspring.protocol.stmt.Stmt2Prepare;
import io.tdspring.protocol.stmt.Stmt2PrepareResponse;
import io.tdspring.protocol.stmt.Stmt2Response;
import io.tdspring.protocol.stmt.Stmt2Result;
import io.tdspring.protocol.stmt.Stmt2ResultResponse;
import io.tdspring.protocol.ws.BinaryRequestHead;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What the actions of prepared statements do, and the statements of one connection.
 *
 * <p>Thread-safe.
 */
final class StatementActions {

    private final OpenResults results;
    private final Map<Long, PreparedStatement> statements = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();

    StatementActions(OpenResults results) {
        this.results = results;
    }

    /** Answers a request if it is one about a prepared statement; else returns false. */
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
        long id = lastId.incrementAndGet();
        statements.put(id, new PreparedStatement(connection.engine(), lookup));
        reply.send(new Stmt2Response(reply.ok(), id));
    }

    private void prepare(Stmt2Prepare request, SqlConnection connection, Reply reply) {
        long id = request.statementId();
        withStatement(id, reply, statement -> {
            SqlConnection.checkLength(request.sql());
            PreparedStatement.Lookup when =
                    request.withFields() ? PreparedStatement.Lookup.NOW : PreparedStatement.Lookup.LATER;
            Description prepared = statement.prepare(connection.newSession(), request.sql(), when);
            reply.send(new Stmt2PrepareResponse(
                    reply.ok(), id, prepared.isInsert(), prepared.fields(), prepared.placeholders()));
        });
    }

    /** Binds the values of a frame. */
    void bind(ByteBuffer message, BinaryRequestHead head, SqlConnection connection, Reply reply) {
        long id = head.resourceId();
        withStatement(id, reply, statement -> {
            statement.bind(connection.newSession(), Stmt2Bind.read(message));
            reply.send(new Stmt2Response(reply.ok(), id));
        });
    }

    private void execute(long id, SqlConnection connection, Reply reply) {
        withStatement(id, reply, statement -> {
            long affected = statement.execute(connection.newSession());
            reply.send(new Stmt2ExecResponse(reply.ok(), id, affected));
        });
    }

    private void result(long id, Reply reply) {
        withStatement(id, reply, statement -> {
            StatementResult.Rows rows = statement.result();
            OpenResult result = results.add(rows);
            List<Column> columns =
                    rows.columns().stream().map(StatementActions::widened).toList();
            reply.send(new Stmt2ResultResponse(reply.ok(), id, result.id(), columns, rows.precision()));
        });
    }

    /** These answers state lengths as blocks do. */
    private static Column widened(Column column) {
        return new Column(column.name(), column.type(), ValueWidths.of(column), column.precision(), column.scale());
    }

    private void close(long id, Reply reply) {
        statements.remove(id);
        reply.send(new Stmt2Response(reply.ok(), id));
    }

    /** Failures name the statement, too. */
    private void withStatement(long id, Reply reply, Consumer<PreparedStatement> action) {
        SqlException failure;
        try {
            PreparedStatement statement = statements.get(id);
            if (statement == null) {
                throw Failures.adapter("stmt2 is nil");
            }
            action.accept(statement);
            return;
        } catch (InvalidRequestException e) {
            failure = Failures.adapter(e.answer());
        } catch (RuntimeException | StackOverflowError e) {
            failure = Failures.of(e);
        }
        reply.send(new Stmt2Response(reply.failed(failure), id));
    }
}
