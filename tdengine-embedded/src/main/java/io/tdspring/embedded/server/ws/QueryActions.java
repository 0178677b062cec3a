// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.schemaless.Written;
import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.server.ServerSettings;
import io.tdspring.embedded.server.ServerVersion;
import io.tdspring.embedded.server.ServerVersion.Feature;
import io.tdspring.embedded.server.SqlConnection;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.schemaless.SchemalessInsert;
import io.tdspring.protocol.schemaless.SchemalessInsertResponse;
import io.tdspring.protocol.ws.BinaryRequestHead;
import io.tdspring.protocol.ws.FetchBlockRequest;
import io.tdspring.protocol.ws.FetchBlockResponse;
import io.tdspring.protocol.ws.FetchRawBlock;
import io.tdspring.protocol.ws.FetchRequest;
import io.tdspring.protocol.ws.FetchResponse;
import io.tdspring.protocol.ws.FetchedBlock;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.QueryRequest;
import io.tdspring.protocol.ws.QueryResponse;
import io.tdspring.protocol.ws.RequestEnvelope;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the actions of {@code /ws} do.
 *
 * <p>Thread-safe. Methods answer through the {@link Reply}, or throw what is to be answered.
 */
public final class QueryActions {

    private static final Map<String, Feature> NEWER = Map.of("get_connection_info", Feature.TOKENS);
    private static final String CHECK_STATUS = "check_server_status";

    private final ServerVersion version;
    private final Inquiries inquiries;
    private final BinaryActions binaryActions;
    private final QueryLogin login;
    private final OpenResults results;
    private final StatementActions statements;

    public QueryActions(ServerSettings settings, QueryLogin login, OpenResults results) {
        this.version = settings.version();
        this.inquiries = new Inquiries(settings, results);
        this.binaryActions = new BinaryActions(settings);
        this.login = login;
        this.results = results;
        this.statements = new StatementActions(results, settings);
    }

    ServerVersion version() {
        return version;
    }

    boolean isConnected() {
        return login.isConnected();
    }

    /** The binary requests that this server knows. */
    BinaryActions binaryActions() {
        return binaryActions;
    }

    void requireConnected() {
        login.connection();
    }

    /** The connection has ended. */
    void close() {
        login.close();
        results.freeAll();
    }

    /** Answers a request in JSON. */
    void answer(RequestEnvelope request, Reply reply) {
        switch (request.action()) {
            case "version" -> inquiries.version(request, reply);
            case "conn" -> login.connect(request, reply);
            default -> {
                if (request.action().equals(CHECK_STATUS) && version.has(Feature.SERVER_CHECKS)) {
                    inquiries.status(request, reply);
                } else {
                    answerConnected(request, login.connection(), reply);
                }
            }
        }
    }

    private void answerConnected(RequestEnvelope request, SqlConnection connection, Reply reply) {
        switch (request.action()) {
            case "query" -> query(QueryRequest.read(request).sql(), reply);
            case "fetch" -> fetch(FetchRequest.read(request).resultId(), reply);
            case "fetch_block" -> fetchBlock(FetchBlockRequest.read(request).resultId(), reply);
            case "num_fields" -> inquiries.numFields(request, reply);
            case "get_current_db" -> inquiries.currentDatabase(connection, reply);
            case "get_server_info" -> inquiries.serverInfo(reply);
            case SchemalessInsert.ACTION -> write(SchemalessInsert.read(request), connection, reply);
            default -> {
                if (version.has(Feature.CONNECTION_OPTIONS) && request.action().equals("options_connection")) {
                    ConnectionOptions.apply(request, login, reply);
                } else if (!statements.answer(request, connection, reply)) {
                    throw refusal(request.action());
                }
            }
        }
    }

    private SqlException refusal(String action) {
        Feature since = NEWER.get(action);
        boolean known = since != null && version.has(since);
        return known ? SqlException.notSupported("Action " + action) : Failures.adapter("unknown action " + action);
    }

    /** Runs a statement. */
    void query(String sql, Reply reply) {
        StatementResult done = login.connection().execute(sql.strip());
        if (done instanceof StatementResult.Rows rows) {
            OpenResult result = results.add(rows);
            reply.send(new QueryResponse(reply.ok(), result.id(), false, 0, rows.columns(), rows.precision()));
        } else {
            reply.send(QueryResponse.update(reply.ok(), ((StatementResult.Update) done).affectedRows()));
        }
    }

    /** Tells whether a statement could be run. */
    void validate(String sql, Reply reply) {
        inquiries.validate(sql, login.connection(), reply);
    }

    /** Answers a frame if it is one about a prepared statement; else returns false. */
    boolean answerStatement(ByteBuffer message, BinaryRequestHead head, Reply reply) {
        return statements.answer(message, head, login.connection(), reply);
    }

    private static void write(SchemalessInsert rows, SqlConnection connection, Reply reply) {
        if (rows.protocol() == 0) {
            throw Failures.adapter("schemaless write protocol is null");
        }
        Written written = connection.engine().write(connection.newSession(), rows);
        reply.send(new SchemalessInsertResponse(reply.ok(), written.affectedRows(), written.totalLines()));
    }

    private void fetch(long id, Reply reply) {
        OpenResult result = results.require(id);
        boolean completed = next(result) == null;
        if (completed) {
            results.free(id);
        }
        List<Long> widths = completed ? List.of() : result.widths();
        reply.send(new FetchResponse(reply.ok(), id, completed, widths, result.rowsInBlock()));
    }

    private @Nullable ByteBuffer next(OpenResult result) {
        try {
            return result.next();
        } catch (RuntimeException e) {
            results.free(result.id());
            throw e;
        }
    }

    private void fetchBlock(long id, Reply reply) {
        ByteBuffer block = results.require(id).block();
        if (block == null) {
            throw Failures.adapter("block is nil");
        }
        reply.send(new FetchBlockResponse(reply.timing(), id, block.duplicate()));
    }

    /** Answers a request for the next block, in its binary form also where it fails. */
    void fetchRawBlock(ByteBuffer message, BinaryRequestHead head, Reply reply) {
        long id = head.resourceId();
        SqlException failure;
        try {
            FetchRawBlock.read(message);
            ByteBuffer block = next(results.require(id));
            if (block != null) {
                reply.send(new FetchedBlock.Rows(head.requestId(), id, reply.timing(), block));
            } else {
                results.free(id);
                reply.send(new FetchedBlock.End(head.requestId(), id, reply.timing()));
            }
            return;
        } catch (InvalidRequestException e) {
            failure = Failures.adapter(e.answer());
        } catch (RuntimeException e) {
            failure = Failures.of(e);
        }
        refuseFetch(head, reply, failure);
    }

    /** Answers that a request for the next block has failed. */
    static void refuseFetch(BinaryRequestHead head, Reply reply, SqlException failure) {
        String text = Objects.requireNonNullElse(failure.getMessage(), "");
        long id = head.resourceId();
        reply.send(new FetchedBlock.Failed(head.requestId(), id, reply.timing(), failure.code() & 0xffff, text));
    }
}
