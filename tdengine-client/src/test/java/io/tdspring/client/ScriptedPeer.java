// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2BindExec;
import io.tdspring.protocol.ws.BinaryQuery;
import io.tdspring.protocol.ws.BinaryRequestHead;
import io.tdspring.protocol.ws.ConnectRequest;
import io.tdspring.protocol.ws.FetchRawBlock;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.VersionRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/** A server that does to each action what the test says; it logs everybody in, and does not answer what is not scripted. */
public final class ScriptedPeer implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;
    private static final Map<Long, String> BINARY_ACTIONS = Map.of(
            BinaryQuery.CODE, BinaryQuery.ACTION,
            Stmt2Bind.CODE, Stmt2Bind.ACTION,
            Stmt2BindExec.CODE, Stmt2BindExec.ACTION);

    private final MockWebServer server = new MockWebServer();
    private final AcceptedSockets accepted = new AcceptedSockets();
    private final Map<String, Consumer<Received>> script = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<Received>> received = new ConcurrentHashMap<>();
    private final Queue<String> actions = new ConcurrentLinkedQueue<>();
    private final List<WebSocket> sockets = new CopyOnWriteArrayList<>();
    private final BlockingQueue<RecordedRequest> upgrades = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> closings = new LinkedBlockingQueue<>();

    /** A message of the client. */
    public record Received(String action, long requestId, String json, ByteBuffer frame, WebSocket socket) {

        /** Answers in JSON; the fields follow the five that all answers have. */
        public void answer(int code, String message, String fields) {
            answerAs(requestId, code, message, fields);
        }

        /** Answers under another id. */
        public void answerAs(long id, int code, String message, String fields) {
            socket.send("{\"code\":" + code + ",\"message\":\"" + message + "\",\"action\":\"" + action
                    + "\",\"req_id\":" + Long.toUnsignedString(id) + ",\"timing\":1"
                    + (fields.isEmpty() ? "" : "," + fields) + "}");
        }

        public void succeed(String fields) {
            answer(0, "", fields);
        }

        public void send(ByteBuffer answer) {
            socket.send(ByteString.of(answer));
        }
    }

    public ScriptedPeer() {
        on(VersionRequest.ACTION, request -> request.succeed("\"version\":\"3.3.7.5\""));
        on(ConnectRequest.ACTION, request -> request.succeed("\"version\":\"3.3.7.5\""));
        server.setServerSocketFactory(accepted);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                upgrades.add(request);
                return new MockResponse.Builder()
                        .webSocketUpgrade(new Listener())
                        .build();
            }
        });
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ScriptedPeer on(String action, Consumer<Received> reaction) {
        script.put(action, reaction);
        return this;
    }

    public String endpoint() {
        return "127.0.0.1:" + server.getPort();
    }

    /** The next request with this action, in the order of arrival. */
    public Received take(String action) throws InterruptedException {
        Received next = queue(action).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no " + action + " among " + actions);
        }
        return next;
    }

    /** All actions so far, in the order of arrival. */
    public List<String> actions() {
        return List.copyOf(actions);
    }

    /** The HTTP request by which the next socket was opened. */
    public RecordedRequest takeUpgrade() throws InterruptedException {
        return upgrades.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until a client says good-bye or is gone. */
    public String takeClosing() throws InterruptedException {
        return closings.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    public int connections() {
        return sockets.size();
    }

    /** Breaks the connections without a word. */
    public void breakConnections() {
        accepted.cutOff();
    }

    @Override
    public void close() {
        breakConnections();
        server.close();
    }

    private BlockingQueue<Received> queue(String action) {
        return received.computeIfAbsent(action, key -> new LinkedBlockingQueue<>());
    }

    private void react(Received request) {
        actions.add(request.action);
        queue(request.action).add(request);
        script.getOrDefault(request.action, unscripted -> {}).accept(request);
    }

    private final class Listener extends WebSocketListener {

        @Override
        public void onOpen(WebSocket socket, Response response) {
            sockets.add(socket);
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            RequestEnvelope request = RequestEnvelope.read(text);
            react(new Received(request.action(), request.requestId(), text, ByteBuffer.allocate(0), socket));
        }

        @Override
        public void onMessage(WebSocket socket, ByteString bytes) {
            ByteBuffer frame = bytes.asByteBuffer();
            BinaryRequestHead head = BinaryRequestHead.read(frame);
            String action = BINARY_ACTIONS.getOrDefault(head.action(), FetchRawBlock.ACTION);
            react(new Received(action, head.requestId(), "", frame, socket));
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            closings.add("close frame " + code);
            socket.close(code, null);
        }

        @Override
        public void onFailure(WebSocket socket, Throwable failure, Response response) {
            closings.add("end of stream");
        }
    }
}
