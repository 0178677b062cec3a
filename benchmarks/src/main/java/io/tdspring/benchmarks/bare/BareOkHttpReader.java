// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.bare;

import io.tdspring.benchmarks.workload.Shape;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import io.tdspring.protocol.ws.BinaryQuery;
import io.tdspring.protocol.ws.QueryResponse;
import io.tdspring.protocol.ws.ResponseHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table over a WebSocket of OkHttp: the thread that listens sends the next fetch when a block arrives, and then
 * adds up the cells of the block, in the bytes that OkHttp hands over.
 */
public final class BareOkHttpReader extends WebSocketListener implements Workload {

    private static final int WAIT_SECONDS = 60;

    private final Shape shape;
    private final OkHttpClient client = new OkHttpClient();
    private final WebSocket socket;
    private final FetchedCells cells;
    private final BlockingQueue<Object> answers = new LinkedBlockingQueue<>();
    private volatile long result;

    private BareOkHttpReader(Shape shape, String endpoint) {
        this.shape = shape;
        this.cells = new FetchedCells(shape);
        this.socket = client.newWebSocket(
                new Request.Builder().url("http://" + endpoint + "/ws").build(), this);
    }

    public static Workload open(Shape shape, String endpoint) throws Exception {
        BareOkHttpReader reader = new BareOkHttpReader(shape, endpoint);
        reader.socket.send(Login.request());
        if (!ResponseHead.read(reader.answer(String.class)).isSuccess()) {
            throw new IOException("the login has failed");
        }
        return reader;
    }

    @Override
    public Work run() throws Exception {
        socket.send(ByteString.of(new BinaryQuery(1, shape.select()).toFrame()));
        result = QueryResponse.read(answer(String.class)).resultId();
        cells.begin();
        fetch();
        return answer(Work.class);
    }

    private void fetch() {
        socket.send(ByteString.of(cells.fetch(result).duplicate()));
    }

    private <T> T answer(Class<T> type) throws InterruptedException, IOException {
        Object answer = answers.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (!type.isInstance(answer)) {
            throw new IOException("instead of an answer came " + answer);
        }
        return type.cast(answer);
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        answers.add(text);
    }

    @Override
    public void onMessage(WebSocket webSocket, ByteString bytes) {
        ByteBuffer message = bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        if (FetchedCells.hasBlock(message)) {
            fetch();
            cells.add(message);
        } else {
            answers.add(cells.end());
        }
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        answers.add(failure);
    }

    @Override
    public void close() {
        socket.cancel();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
