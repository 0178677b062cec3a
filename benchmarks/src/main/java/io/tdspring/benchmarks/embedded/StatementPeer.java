// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.embedded;

import io.tdspring.protocol.stmt.BoundTable;
import io.tdspring.protocol.stmt.StatementExecResponse;
import io.tdspring.protocol.stmt.StatementResponse;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2Exec;
import io.tdspring.protocol.stmt.Stmt2Init;
import io.tdspring.protocol.stmt.Stmt2Prepare;
import io.tdspring.protocol.ws.ConnectOption;
import io.tdspring.protocol.ws.ConnectRequest;
import io.tdspring.protocol.ws.ResponseHead;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One prepared statement on a WebSocket of the JDK; one request at a time. Not thread-safe. */
final class StatementPeer implements AutoCloseable {

    private static final int WAIT_SECONDS = 60;

    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private long requestId;
    private long statementId;

    StatementPeer(String endpoint) throws InterruptedException {
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + endpoint + "/ws"), new Inbox())
                .join();
        ask(new ConnectRequest(
                        ++requestId,
                        Map.of(
                                ConnectOption.USER, "root",
                                ConnectOption.PASSWORD, "taosdata",
                                ConnectOption.DATABASE, "bench"))
                .toJson());
    }

    void prepare(String sql) throws InterruptedException {
        statementId = StatementResponse.read(ask(new Stmt2Init(++requestId, true, true).toJson()))
                .statementId();
        ask(new Stmt2Prepare(++requestId, statementId, sql, true).toJson());
    }

    /** Binds and executes, and returns the number of rows written. */
    int bind(List<BoundTable> tables) throws InterruptedException {
        socket.sendBinary(new Stmt2Bind(++requestId, statementId, Stmt2Bind.ALL_COLUMNS, tables).toFrame(), true)
                .join();
        answer();
        String executed = ask(new Stmt2Exec(++requestId, statementId).toJson());
        return (int) StatementExecResponse.read(executed).affectedRows();
    }

    private String ask(String request) throws InterruptedException {
        socket.sendText(request, true).join();
        return answer();
    }

    private String answer() throws InterruptedException {
        String answer = answers.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (answer == null || ResponseHead.read(answer).code() != 0) {
            throw new IllegalStateException("The server answered " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    private final class Inbox implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                answers.add(text.toString());
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }
}
