// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.data.Column;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.server.ServerSettings;
import io.tdspring.embedded.server.ServerVersion.Feature;
import io.tdspring.embedded.server.SqlConnection;
import io.tdspring.embedded.stmt.ValueWidths;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2BindExec;
import io.tdspring.protocol.stmt.StmtBlock;
import io.tdspring.protocol.stmt.StmtRequest;
import io.tdspring.protocol.ws.BinaryRequestHead;
import io.tdspring.protocol.ws.RequestEnvelope;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the actions of prepared statements do, of both interfaces.
 *
 * <p>Thread-safe.
 */
final class StatementActions {

    private final StmtActions older;
    private final Stmt2Actions newer;
    private final ServerSettings settings;

    StatementActions(OpenResults results, ServerSettings settings) {
        AtomicLong lastId = new AtomicLong();
        this.older = new StmtActions(results, lastId);
        this.newer = new Stmt2Actions(results, lastId);
        this.settings = settings;
    }

    /** Answers a request if it is one about a prepared statement; else returns false. */
    boolean answer(RequestEnvelope request, SqlConnection connection, Reply reply) {
        if (request.action().equals(StmtRequest.CLOSE)) {
            close(StmtRequest.read(request).statementId(), reply);
            return true;
        }
        return older.answer(request, connection, reply)
                || (settings.version().has(Feature.STMT2) && newer.answer(request, connection, reply));
    }

    /** Answers a frame if it is one about a prepared statement; else returns false. */
    boolean answer(ByteBuffer message, BinaryRequestHead head, SqlConnection connection, Reply reply) {
        if (head.action() == StmtBlock.SET_TAGS || head.action() == StmtBlock.BIND) {
            older.give(message, connection, reply);
        } else if (head.action() == Stmt2Bind.CODE && settings.version().has(Feature.STMT2)) {
            newer.bind(message, head.resourceId(), connection, reply);
        } else if (head.action() == Stmt2BindExec.CODE && settings.version().has(Feature.STMT2_BIND_EXEC)) {
            newer.bindAndExecute(message, head.resourceId(), connection, reply);
        } else {
            return false;
        }
        return true;
    }

    private void close(long id, Reply reply) {
        if (newer.contains(id)) {
            older.refuse(id, reply);
        } else {
            older.close(id);
        }
    }

    /** These answers state lengths as blocks do. */
    static List<Column> widened(StatementResult.Rows rows) {
        return rows.columns().stream()
                .map(column -> new Column(
                        column.name(), column.type(), ValueWidths.of(column), column.precision(), column.scale()))
                .toList();
    }
}
