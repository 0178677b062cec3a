// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tdspring.client.ScriptedPeer;
import io.tdspring.client.ScriptedPeer.Received;
import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.FieldLookup;
import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.ServerStatement;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.websocket.direct.DirectEngine;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.stmt.BindFrame;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2Close;
import io.tdspring.protocol.stmt.Stmt2Exec;
import io.tdspring.protocol.stmt.Stmt2Init;
import io.tdspring.protocol.stmt.Stmt2Prepare;
import io.tdspring.protocol.stmt.Stmt2Result;
import io.tdspring.protocol.ws.FetchRawBlock;
import io.tdspring.protocol.ws.FetchedBlock;
import io.tdspring.protocol.ws.FreeResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a statement leaves on the server, and when it may be closed there. */
class WebSocketStatementTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String RESULT = "\"stmt_id\":1,\"id\":9,\"fields_count\":1,\"fields_names\":[\"v\"],"
            + "\"fields_types\":[4],\"fields_lengths\":[4],\"precision\":0,\"fields_precisions\":[0],"
            + "\"fields_scales\":[0]";

    private final ScriptedPeer peer = new ScriptedPeer();
    private final Endpoint endpoint = Endpoint.parse(peer.endpoint(), 6041);
    private final TransportSettings settings =
            TransportSettings.plain(new Credentials("u", "p"), new Timeouts(LONG, LONG, LONG, LONG));
    private final WebSocketTransport transport =
            new WebSocketTransport(endpoint, settings, new DirectEngine(endpoint, settings));
    private final Connection connection = transport.connect(SessionState.NONE, LONG);

    @BeforeEach
    void script() {
        peer.on(Stmt2Init.ACTION, request -> request.succeed("\"stmt_id\":1"));
        peer.on(
                Stmt2Prepare.ACTION,
                request -> request.succeed("\"stmt_id\":1,\"is_insert\":false,\"fields\":null,\"fields_count\":1"));
        peer.on(Stmt2Bind.ACTION, request -> request.succeed("\"stmt_id\":1"));
        peer.on(Stmt2Exec.ACTION, request -> request.succeed("\"stmt_id\":1,\"affected\":0"));
        peer.on(Stmt2Result.ACTION, request -> request.succeed(RESULT));
    }

    @AfterEach
    void close() {
        transport.close();
        peer.close();
    }

    private ServerStatement prepare() {
        return connection.prepare(new SqlRequest("select v from t where v > ?", 5, LONG), FieldLookup.ASK);
    }

    private static Result query(ServerStatement statement, Duration timeout) {
        return statement.query(BindFrame.ofTables(List.of()), 7, timeout);
    }

    /** All that was sent before this. */
    private List<String> sentSoFar() {
        ServerStatement unused = connection.prepare(new SqlRequest("select 1", 6, LONG), FieldLookup.ASK);
        return peer.actions();
    }

    private static void finish(Received fetch) {
        fetch.send(new FetchedBlock.End(fetch.requestId(), 9, 1).toFrame());
    }

    @Test
    void staysWhileAFetchIsUnderWayThatWasNotAnsweredInTime() throws Exception {
        ServerStatement statement = prepare();
        Result result = query(statement, Duration.ofSeconds(1));
        assertThatExceptionOfType(TdengineTimeoutException.class).isThrownBy(result::nextBlock);

        result.close();
        statement.close();

        assertThat(sentSoFar()).contains(Stmt2Result.ACTION).doesNotContain(Stmt2Close.ACTION);
        finish(peer.take(FetchRawBlock.ACTION));
        peer.take(Stmt2Close.ACTION);
    }

    @Test
    void isClosedWhenTheFetchUnderWayOfACancelledResultIsAnswered() throws Exception {
        ServerStatement statement = prepare();
        Result result = query(statement, LONG);
        result.cancel();
        result.close();
        statement.close();

        assertThat(sentSoFar()).doesNotContain(Stmt2Close.ACTION);
        finish(peer.take(FetchRawBlock.ACTION));
        peer.take(Stmt2Close.ACTION);
    }

    @Test
    void freesAResultThatComesWhenItsCallerHasBeenInterrupted() throws Exception {
        peer.on(Stmt2Result.ACTION, request -> {});
        ServerStatement statement = prepare();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread caller = new Thread(() -> failure.complete(catchThrowable(() -> query(statement, LONG))), "caller");
        caller.start();
        Received asked = peer.take(Stmt2Result.ACTION);

        caller.interrupt();
        assertThat(failure.get(30, TimeUnit.SECONDS)).hasMessageContaining("interrupted");
        asked.succeed(RESULT);

        peer.take(FreeResult.ACTION);
    }

    @Test
    void isNotExecutedOnceItIsClosed() throws Exception {
        peer.on(Stmt2Bind.ACTION, request -> {});
        ServerStatement statement = prepare();
        CompletableFuture<Long> execution = statement.execute(BindFrame.ofTables(List.of()), Deadline.after(LONG));
        Received bound = peer.take(Stmt2Bind.ACTION);

        statement.close();
        bound.succeed("\"stmt_id\":1");

        assertThat(catchThrowable(() -> execution.get(30, TimeUnit.SECONDS)))
                .hasCauseInstanceOf(TdengineException.class);
        assertThat(sentSoFar()).contains(Stmt2Close.ACTION).doesNotContain(Stmt2Exec.ACTION);
    }

    @Test
    void isClosedWithoutWaitingForThePeer() {
        MemoryEngine engine = new MemoryEngine();
        engine.answerTo(Stmt2Init.ACTION, "\"stmt_id\":1");
        engine.answerTo(Stmt2Prepare.ACTION, "\"stmt_id\":1,\"is_insert\":false,\"fields\":null,\"fields_count\":1");
        Connection inMemory = new WebSocketTransport(endpoint, settings, engine).connect(SessionState.NONE, LONG);

        inMemory.prepare(new SqlRequest("select v from t where v > ?", 5, LONG), FieldLookup.ASK)
                .close();

        assertThat(engine.actions).endsWith(Stmt2Close.ACTION);
        assertThat(engine.leftForLater).containsExactly(Stmt2Close.ACTION);
    }
}
