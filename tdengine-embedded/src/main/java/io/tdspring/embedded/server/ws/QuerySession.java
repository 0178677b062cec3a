// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.InFlight;
import io.tdspring.embedded.server.Outbox;
import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.server.ServerVersion.Feature;
import io.tdspring.embedded.server.WebSocketSession;
import io.tdspring.embedded.server.faults.InjectedFaults;
import io.tdspring.embedded.server.faults.WebSocketRequest;
import io.tdspring.embedded.server.faults.WebSocketRequest.Source;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.stmt.StmtRequest;
import io.tdspring.protocol.ws.BinaryQuery;
import io.tdspring.protocol.ws.BinaryRequestHead;
import io.tdspring.protocol.ws.FetchRawBlock;
import io.tdspring.protocol.ws.FreeResult;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.SimpleResponse;
import io.tdspring.protocol.ws.ValidateSql;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * A connection to {@code /ws}: takes its messages apart and has them answered, as many at once as there are threads.
 *
 * <p>Answers come in the order in which they are ready, as from a real server.
 */
public final class QuerySession implements WebSocketSession {

    private static final String PATH = "/ws";
    private static final int HEAD_BYTES = 24;

    private final Outbox outbox;
    private final Executor threads;
    private final OpenResults results;
    private final QueryActions actions;
    private final InjectedFaults faults;
    private final InFlight inFlight;

    public QuerySession(
            Outbox outbox, Executor threads, OpenResults results, QueryActions actions, InjectedFaults faults) {
        this.outbox = outbox;
        this.threads = threads;
        this.results = results;
        this.actions = actions;
        this.faults = faults;
        this.inFlight = new InFlight(outbox.line());
    }

    @Override
    public void text(String message) {
        Reply unknown = new Reply(outbox, "", 0);
        try {
            RequestEnvelope request = RequestEnvelope.read(message);
            Source source = new Source(PATH, request.action(), request.requestId(), outbox);
            faults.admit(new WebSocketRequest(source, message, reply -> answer(request, reply)));
        } catch (InvalidRequestException e) {
            if (actions.version().has(Feature.ANSWERS_TO_INVALID_REQUESTS)) {
                unknown.send(new SimpleResponse(e.head(unknown.timing())));
            }
        } catch (RuntimeException e) {
            unknown.fail(Failures.of(e));
        }
    }

    private void answer(RequestEnvelope request, Reply reply) {
        // Both at once and not by another thread, so that what is sent after it finds the result or statement gone.
        if (FreeResult.ACTION.equals(request.action()) && actions.isConnected()) {
            free(request, reply);
        } else if (StmtRequest.CLOSE.equals(request.action())) {
            guard(reply, () -> actions.answer(request, reply));
        } else {
            run(reply, () -> actions.answer(request, reply));
        }
    }

    private void free(RequestEnvelope request, Reply reply) {
        try {
            results.free(FreeResult.read(request).resultId());
        } catch (InvalidRequestException e) {
            reply.send(new SimpleResponse(e.head(reply.timing())));
        }
    }

    @Override
    public void binary(ByteBuffer message) {
        if (message.remaining() < HEAD_BYTES) {
            // A real server does not survive it.
            new Reply(outbox, BinaryActions.UNKNOWN, 0).fail(Failures.adapter("message length is too short"));
            return;
        }
        BinaryRequestHead head = BinaryRequestHead.read(message.duplicate());
        Source source = new Source(PATH, actions.binaryActions().name(head.action()), head.requestId(), outbox);
        faults.admit(new WebSocketRequest(
                source,
                () -> sql(message, head),
                reply -> run(reply, () -> answerBinary(message, head, reply)),
                (reply, failure) -> refuse(head, reply, failure)));
    }

    private static String sql(ByteBuffer message, BinaryRequestHead head) {
        try {
            return head.action() == BinaryQuery.CODE
                    ? BinaryQuery.read(message.duplicate()).sql()
                    : "";
        } catch (InvalidRequestException e) {
            return "";
        }
    }

    private static void refuse(BinaryRequestHead head, Reply reply, SqlException failure) {
        if (head.action() == FetchRawBlock.CODE) {
            QueryActions.refuseFetch(head, reply, failure);
        } else {
            reply.fail(failure);
        }
    }

    private void answerBinary(ByteBuffer message, BinaryRequestHead head, Reply reply) {
        actions.requireConnected();
        if (head.action() == BinaryQuery.CODE) {
            actions.query(BinaryQuery.read(message).sql(), reply);
        } else if (head.action() == ValidateSql.CODE && actions.version().has(Feature.SERVER_CHECKS)) {
            actions.validate(ValidateSql.read(message).sql(), reply);
        } else if (head.action() == FetchRawBlock.CODE) {
            actions.fetchRawBlock(message, head, reply);
        } else if (!actions.answerStatement(message, head, reply)) {
            throw actions.binaryActions().refusal(head.action());
        }
    }

    private void run(Reply reply, Runnable task) {
        inFlight.begin();
        try {
            threads.execute(() -> {
                guard(reply, task);
                inFlight.end();
            });
        } catch (RejectedExecutionException e) {
            reply.fail(Failures.adapter("the embedded server is closing"));
        }
    }

    private static void guard(Reply reply, Runnable task) {
        SqlException failure;
        try {
            task.run();
            return;
        } catch (InvalidRequestException e) {
            failure = Failures.adapter(e.answer());
        } catch (RuntimeException | Error e) {
            // Errors, too, such as a statement nested more deeply than the stack: no request is left without an answer.
            failure = Failures.of(e);
        }
        reply.fail(failure);
    }

    @Override
    public void close() {
        actions.close();
    }
}
