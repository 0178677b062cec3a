// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

import io.tdspring.protocol.schemaless.SchemalessInsertResponse;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2BindExec;
import io.tdspring.protocol.ws.BinaryQuery;
import io.tdspring.protocol.ws.ConnectResponse;
import io.tdspring.protocol.ws.FetchRawBlock;
import io.tdspring.protocol.ws.QueryRequest;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.SimpleResponse;
import io.tdspring.protocol.ws.VersionResponse;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** Answers one client, request after request, on the thread that reads them. */
final class ReplayConnection implements Runnable {

    private static final int SQL = 30;

    /** A text longer than this is an {@code insert}, of which only the two ends are looked at. */
    private static final int LONG_TEXT = 16 * 1024;

    private static final int END_BYTES = 512;

    private final SocketChannel channel;
    private final String version;
    private final WriteCounters counters;
    private final ClientFrames in;
    private final ServerFrames out;
    private final ResultAnswers results;
    private final StatementSink statements;
    private final TopicReplay topic;

    ReplayConnection(SocketChannel channel, String version, WriteCounters counters, Execution execution) {
        this.channel = channel;
        this.version = version;
        this.counters = counters;
        this.in = new ClientFrames(channel);
        this.out = new ServerFrames(channel);
        this.results = new ResultAnswers(out);
        this.statements = new StatementSink(out, counters, execution);
        this.topic = new TopicReplay(out, version);
    }

    @Override
    public void run() {
        try (channel) {
            Upgrade.accept(channel);
            while (in.next() && answer()) {
                // Until the client hangs up or says good-bye.
            }
        } catch (IOException | RuntimeException e) {
            if (channel.isOpen()) {
                throw new IllegalStateException("the replay server gave up a connection", e);
            }
        } finally {
            statements.forget();
        }
    }

    /** Whether to go on. */
    private boolean answer() throws IOException {
        switch (in.opcode()) {
            case ClientFrames.TEXT -> answerText();
            case ClientFrames.BINARY -> answerBinary();
            case ClientFrames.PING -> out.sendPong(in.bytes(0, in.length()));
            case ClientFrames.CLOSE -> {
                out.sendClose();
                return false;
            }
            default -> {
                // A pong.
            }
        }
        return true;
    }

    private void answerBinary() throws IOException {
        long code = in.longAt(16);
        if (code == FetchRawBlock.CODE) {
            results.fetch(in.longAt(0), in.longAt(8));
        } else if (code == Stmt2Bind.CODE) {
            statements.bind(in);
        } else if (code == Stmt2BindExec.CODE) {
            statements.bindAndExecute(in);
        } else if (code == BinaryQuery.CODE) {
            results.query(BinaryQuery.ACTION, in.longAt(0), in.text(SQL, SQL + in.intAt(SQL - 4)));
        } else {
            throw new IOException("unknown binary action " + code);
        }
    }

    private void answerText() throws IOException {
        if (in.length() > LONG_TEXT) {
            insert(Numbers.requestId(in.text(0, END_BYTES), in.text(in.length() - END_BYTES, in.length())));
            return;
        }
        String text = in.text(0, in.length());
        RequestEnvelope request = RequestEnvelope.read(text);
        long id = request.requestId();
        switch (request.action()) {
            case "query" ->
                results.query(
                        QueryRequest.ACTION, id, QueryRequest.read(request).sql());
            case "free_result" -> results.free(Numbers.of(text, "id"));
            case "insert" -> insert(id);
            case "stmt2_init" -> statements.init(request);
            case "stmt2_prepare" -> statements.prepare(request);
            case "stmt2_exec" -> statements.execute(id, Numbers.of(text, "stmt_id"));
            case "stmt2_close" -> statements.close(request.action(), id, Numbers.of(text, "stmt_id"));
            case "conn" -> out.sendText(new ConnectResponse(head(request), version).toJson());
            case "version" -> out.sendText(new VersionResponse(head(request), version).toJson());
            case "options_connection" -> out.sendText(new SimpleResponse(head(request)).toJson());
            default -> topic.answer(request, text);
        }
    }

    static ResponseHead head(RequestEnvelope request) {
        return ResponseHead.ok(request.action(), request.requestId(), 1);
    }

    private void insert(long requestId) throws IOException {
        counters.schemaless(in.length());
        out.sendText(new SchemalessInsertResponse(ResponseHead.ok("insert", requestId, 1), 1, 1).toJson());
    }
}
