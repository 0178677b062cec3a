// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.FieldLookup;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.ServerVersion;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.error.Call;
import io.tdspring.error.TdengineException;
import io.tdspring.error.UnsupportedFeatureException;
import io.tdspring.protocol.stmt.StatementResponse;
import io.tdspring.protocol.stmt.Stmt2Close;
import io.tdspring.protocol.stmt.Stmt2Init;
import io.tdspring.protocol.stmt.Stmt2Prepare;
import io.tdspring.protocol.stmt.Stmt2PrepareResponse;
import io.tdspring.protocol.stmt.Stmt2Result;
import io.tdspring.protocol.stmt.Stmt2ResultResponse;
import io.tdspring.protocol.ws.FreeResult;

/** Opens statements on a session, and closes those that nobody waits for any more. */
final class StatementPreparation {

    private static final ServerVersion BINDS = new ServerVersion("3.3.6.0");

    private StatementPreparation() {}

    static WebSocketStatement prepare(
            WebSocketSession session, ServerVersion version, SqlRequest request, FieldLookup lookup) {
        if (version.isOlderThan(BINDS)) {
            throw new UnsupportedFeatureException("binding parameters needs server " + BINDS.text()
                    + " or later, and the one at " + session.endpoint() + " is " + version.text());
        }
        Deadline deadline = Deadline.after(request.timeout());
        long id = init(session, deadline);
        try {
            return new WebSocketStatement(session, version, prepare(session, id, request, lookup, deadline));
        } catch (TdengineException e) {
            close(session, id);
            throw e;
        }
    }

    /** Makes no promises about the rows: with them the server is slower, and blind for changes of a super table. */
    private static long init(WebSocketSession session, Deadline deadline) {
        Outgoing init = Outgoing.of(new Stmt2Init(RequestIds.next(), false, false));
        Answer.Text answer = session.call(init, deadline).asText();
        answer.head().check(Call.STATEMENT);
        return StatementResponse.read(answer.json()).statementId();
    }

    private static Stmt2PrepareResponse prepare(
            WebSocketSession session, long id, SqlRequest request, FieldLookup lookup, Deadline deadline) {
        Outgoing prepare =
                Outgoing.of(new Stmt2Prepare(request.requestId(), id, request.sql(), lookup == FieldLookup.ASK));
        Answer.Text answer = session.call(prepare, deadline).asText();
        answer.head().check(Call.STATEMENT);
        return Stmt2PrepareResponse.read(answer.json());
    }

    /** Has the server forget a statement; does not wait. */
    static void close(WebSocketSession session, long id) {
        session.tellLater(new Stmt2Close(RequestIds.next(), id));
    }

    /** Frees what a successful answer has opened that came too late. */
    static void freeUnclaimed(WebSocketSession session, Answer.Text answer) {
        if (answer.head().isSuccess() && answer.head().action().equals(Stmt2Init.ACTION)) {
            long id = StatementResponse.read(answer.json()).statementId();
            close(session, id);
        } else if (answer.head().isSuccess() && answer.head().action().equals(Stmt2Result.ACTION)) {
            long id = Stmt2ResultResponse.read(answer.json()).result().resultId();
            session.tellLater(new FreeResult(RequestIds.next(), id));
        }
    }
}
