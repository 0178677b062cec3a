// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.BearerToken;
import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.FieldLookup;
import io.tdspring.client.transport.FlowLimits;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.SchemalessBatch;
import io.tdspring.client.transport.SchemalessCount;
import io.tdspring.client.transport.ServerStatement;
import io.tdspring.client.transport.ServerVersion;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.error.Call;
import io.tdspring.error.TdengineException;
import io.tdspring.protocol.ws.BinaryQuery;
import io.tdspring.protocol.ws.ConnectResponse;
import io.tdspring.protocol.ws.FreeResult;
import io.tdspring.protocol.ws.QueryResponse;
import io.tdspring.protocol.ws.VersionRequest;
import io.tdspring.protocol.ws.VersionResponse;

/** A session on {@code /ws}. Thread-safe. */
final class WebSocketConnection implements Connection {

    private final WebSocketSession session;
    private final ServerVersion version;
    private final SchemalessWrites schemaless;

    private WebSocketConnection(WebSocketSession session, ServerVersion version) {
        this.session = session;
        this.version = version;
        this.schemaless = new SchemalessWrites(session);
    }

    static WebSocketConnection open(
            WebSocketEngine engine, Endpoint endpoint, Login login, FlowLimits limits, Deadline deadline) {
        WebSocketSession session = WebSocketSession.open(
                engine,
                WebSocketAddress.session(endpoint, login.identity()),
                limits,
                WebSocketConnection::freeUnclaimed,
                deadline);
        try {
            return new WebSocketConnection(session, logIn(session, login, deadline));
        } catch (TdengineException e) {
            session.cancel();
            throw e;
        }
    }

    private static ServerVersion logIn(WebSocketSession session, Login login, Deadline deadline) {
        Outgoing request = Outgoing.of(login.request());
        ConnectResponse response = ConnectResponse.read(
                session.callToConnect(request, deadline).asText().json());
        if (!response.head().isSuccess() && login.needsTokens()) {
            requireTokens(session, login, deadline);
        }
        login.check(response.head(), session.endpoint());
        String announced = response.version();
        String version = announced == null || announced.isEmpty() ? askVersion(session, deadline) : announced;
        return new ServerVersion(version).requireSupported(session.endpoint());
    }

    private static void requireTokens(WebSocketSession session, Login login, Deadline deadline) {
        ServerVersion server = new ServerVersion(askVersion(session, deadline));
        if (server.isOlderThan(BearerToken.SINCE)) {
            throw login.tooOld(server, session.endpoint());
        }
    }

    /** The server's version, by a request of its own. */
    static String askVersion(WebSocketSession session, Deadline deadline) {
        Outgoing request = Outgoing.of(new VersionRequest(RequestIds.next()));
        VersionResponse response = VersionResponse.read(
                session.callToConnect(request, deadline).asText().json());
        response.head().check(Call.CONNECT);
        return response.version();
    }

    /** A query that was given up keeps its result on the server, so free it when its answer comes after all. */
    private static void freeUnclaimed(WebSocketSession session, Answer.Text answer) {
        StatementPreparation.freeUnclaimed(session, answer);
        if (answer.head().isSuccess() && answer.head().action().equals(BinaryQuery.ACTION)) {
            QueryResponse response = QueryResponse.read(answer.head(), answer.body());
            if (!response.isUpdate()) {
                session.tellLater(new FreeResult(RequestIds.next(), response.resultId()));
            }
        }
    }

    @Override
    public Endpoint endpoint() {
        return session.endpoint();
    }

    @Override
    public ServerVersion serverVersion() {
        return version;
    }

    @Override
    public Result query(SqlRequest request) {
        BinaryQuery query = new BinaryQuery(request.requestId(), request.sql());
        Outgoing outgoing = Outgoing.of(BinaryQuery.ACTION, request.requestId(), query);
        return session.call(outgoing, answer -> result(answer.asText(), request), Deadline.after(request.timeout()));
    }

    /** On the thread that reads the socket, so that the first block is asked for before the caller has woken up. */
    private WebSocketResult result(Answer.Text answer, SqlRequest request) {
        answer.head().check(Call.QUERY);
        return new WebSocketResult(session, QueryResponse.read(answer.head(), answer.body()), request.timeout())
                .begin();
    }

    @Override
    public ServerStatement prepare(SqlRequest request, FieldLookup lookup) {
        return StatementPreparation.prepare(session, version, request, lookup);
    }

    @Override
    public SchemalessCount insert(SchemalessBatch batch) {
        return schemaless.insert(batch);
    }

    @Override
    public boolean isOpen() {
        return session.isOpen();
    }

    @Override
    public boolean isSilent() {
        return session.isSilent();
    }

    @Override
    public void onEnd(Runnable listener) {
        session.onEnd(listener);
    }

    @Override
    public void close() {
        session.close();
    }
}
