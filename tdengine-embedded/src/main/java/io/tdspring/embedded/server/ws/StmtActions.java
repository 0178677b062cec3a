// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.data.Column;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.server.SqlConnection;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.stmt.GivenValues;
import io.tdspring.embedded.stmt.StepwiseStatement;
import io.tdspring.protocol.stmt.PreparedResult;
import io.tdspring.protocol.stmt.StatementExecResponse;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.StatementField.Role;
import io.tdspring.protocol.stmt.StatementResponse;
import io.tdspring.protocol.stmt.StmtBlock;
import io.tdspring.protocol.stmt.StmtFieldsResponse;
import io.tdspring.protocol.stmt.StmtGetParam;
import io.tdspring.protocol.stmt.StmtGetParamResponse;
import io.tdspring.protocol.stmt.StmtInit;
import io.tdspring.protocol.stmt.StmtNumParamsResponse;
import io.tdspring.protocol.stmt.StmtPrepare;
import io.tdspring.protocol.stmt.StmtPrepareResponse;
import io.tdspring.protocol.stmt.StmtRequest;
import io.tdspring.protocol.stmt.StmtSetTableName;
import io.tdspring.protocol.stmt.StmtUseResultResponse;
import io.tdspring.protocol.stmt.StmtValues;
import io.tdspring.protocol.ws.RequestEnvelope;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the actions of the older interface of prepared statements do, which have names like {@code init} and {@code bind}.
 *
 * <p>Thread-safe.
 */
final class StmtActions {

    private static final String KIND = "stmt";

    private final OpenResults results;
    private final OpenStatements<StepwiseStatement> statements;

    StmtActions(OpenResults results, AtomicLong lastId) {
        this.results = results;
        this.statements = new OpenStatements<>(lastId, KIND);
    }

    /** Answers a request if it is one of these; else returns false. */
    boolean answer(RequestEnvelope request, SqlConnection connection, Reply reply) {
        switch (request.action()) {
            case StmtInit.ACTION -> {
                StmtInit.read(request);
                statements.add(new StepwiseStatement(connection.engine()), reply);
            }
            case StmtPrepare.ACTION -> prepare(StmtPrepare.read(request), reply);
            case StmtSetTableName.ACTION -> setTable(StmtSetTableName.read(request), connection, reply);
            case "set_tags" -> give(StmtValues.read(StmtValues.Kind.TAGS, request), connection, reply);
            case "bind" -> give(StmtValues.read(StmtValues.Kind.COLUMNS, request), connection, reply);
            case StmtGetParam.ACTION -> parameter(StmtGetParam.read(request), connection, reply);
            default -> {
                return answerPlain(request, connection, reply);
            }
        }
        return true;
    }

    private boolean answerPlain(RequestEnvelope request, SqlConnection connection, Reply reply) {
        switch (request.action()) {
            case StmtRequest.ADD_BATCH -> statements.change(idOf(request), reply, StepwiseStatement::addBatch);
            case StmtRequest.EXEC -> execute(idOf(request), connection, reply);
            case StmtRequest.GET_TAG_FIELDS -> fields(idOf(request), Role.TAG, connection, reply);
            case StmtRequest.GET_COL_FIELDS -> fields(idOf(request), Role.COLUMN, connection, reply);
            case StmtRequest.USE_RESULT -> result(idOf(request), connection, reply);
            case StmtRequest.NUM_PARAMS -> countParameters(idOf(request), connection, reply);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static long idOf(RequestEnvelope request) {
        return StmtRequest.read(request).statementId();
    }

    private void prepare(StmtPrepare request, Reply reply) {
        long id = request.statementId();
        statements.use(id, reply, statement -> {
            SqlConnection.checkLength(request.sql());
            reply.send(new StmtPrepareResponse(reply.ok(), id, statement.prepare(request.sql())));
        });
    }

    private void setTable(StmtSetTableName request, SqlConnection connection, Reply reply) {
        statements.change(
                request.statementId(), reply, statement -> statement.setTable(connection.newSession(), request.name()));
    }

    private void give(StmtValues values, SqlConnection connection, Reply reply) {
        give(values.statementId(), values.kind(), new JsonGiven(values), connection, reply);
    }

    /** Takes the tags or columns of a frame. */
    void give(ByteBuffer message, SqlConnection connection, Reply reply) {
        StmtBlock block = StmtBlock.read(message);
        give(block.statementId(), block.kind(), new BlockGiven(block), connection, reply);
    }

    private void give(long id, StmtValues.Kind kind, GivenValues values, SqlConnection connection, Reply reply) {
        statements.change(id, reply, statement -> {
            if (kind == StmtValues.Kind.TAGS) {
                statement.setTags(connection.newSession(), values);
            } else {
                statement.bind(connection.newSession(), values);
            }
        });
    }

    private void execute(long id, SqlConnection connection, Reply reply) {
        statements.use(id, reply, statement -> {
            long affected = statement.execute(connection.newSession());
            reply.send(new StatementExecResponse(reply.ok(), id, affected));
        });
    }

    private void fields(long id, Role role, SqlConnection connection, Reply reply) {
        statements.use(id, reply, statement -> {
            List<StatementField> fields = statement.fields(connection.newSession(), role);
            reply.send(new StmtFieldsResponse(reply.ok(), id, role, fields));
        });
    }

    private void countParameters(long id, SqlConnection connection, Reply reply) {
        statements.use(id, reply, statement -> {
            int count = statement.parameters(connection.newSession());
            reply.send(new StmtNumParamsResponse(reply.ok(), id, count));
        });
    }

    private void parameter(StmtGetParam request, SqlConnection connection, Reply reply) {
        long id = request.statementId();
        statements.use(id, reply, statement -> {
            List<StatementField> fields = statement.fields(connection.newSession(), Role.COLUMN);
            if (request.index() < 0 || request.index() >= fields.size()) {
                throw new SqlException(0x0118, "Invalid parameters");
            }
            StatementField field = fields.get(request.index());
            reply.send(new StmtGetParamResponse(
                    reply.ok(), id, request.index(), field.type().code(), field.bytes()));
        });
    }

    private void result(long id, SqlConnection connection, Reply reply) {
        statements.use(id, reply, statement -> {
            StatementResult.Rows rows = statement.result(connection.newSession());
            long resultId = results.add(rows).id();
            List<Column> columns = StatementActions.widened(rows);
            PreparedResult result = new PreparedResult(id, resultId, columns, rows.precision());
            reply.send(new StmtUseResultResponse(reply.ok(), result));
        });
    }

    /** Forgets a statement without an answer. */
    void close(long id) {
        statements.remove(id);
    }

    /** Answers that a statement is none of this interface. */
    void refuse(long id, Reply reply) {
        reply.send(new StatementResponse(reply.failed(Failures.adapter(KIND + " is nil")), id));
    }
}
