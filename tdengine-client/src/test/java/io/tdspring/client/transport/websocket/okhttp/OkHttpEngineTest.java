// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.frame.RawPeer;
import io.tdspring.client.transport.websocket.frame.RawServer;
import io.tdspring.client.transport.websocket.frame.Received;
import io.tdspring.error.TdengineConnectionException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What OkHttp does and keeps on the way to a socket. */
class OkHttpEngineTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private static OkHttpEngine engine(RawServer server) {
        return new OkHttpEngine(
                server.endpoint(),
                TransportSettings.plain(new Credentials("u", "p"), new Timeouts(LONG, LONG, LONG, LONG)));
    }

    private static OpenSocket open(OkHttpEngine engine, Received received) {
        return engine.open("/ws?a=b", received, Deadline.after(LONG));
    }

    /** Sockets are released by the thread that has read them, a moment after they have ended. */
    private static void assertForgotten(OkHttpEngine engine) throws InterruptedException {
        BlockingQueue<Object> nothing = new LinkedBlockingQueue<>();
        Deadline deadline = Deadline.after(Duration.ofSeconds(10));
        while (engine.connections() > 0 && !deadline.isOver()) {
            nothing.poll(5, TimeUnit.MILLISECONDS);
        }
        assertThat(engine.connections()).isZero();
    }

    @Test
    void keepsTheConnectionsOfOpenSocketsAlone() throws Exception {
        try (RawServer server = new RawServer();
                OkHttpEngine engine = engine(server)) {
            OpenSocket first = open(engine, new Received());
            RawPeer firstPeer = server.take();
            OpenSocket second = open(engine, new Received());
            server.take();
            assertThat(engine.connections()).isEqualTo(2);

            second.cancel();
            firstPeer.end();
            assertForgotten(engine);
            assertThat(first.sendText("late", Deadline.after(LONG))).isFalse();
        }
    }

    @Test
    void forgetsASocketThatEndsWhileItsMemoryIsLookedAt() throws Exception {
        Received received = new Received();
        try (RawServer server = new RawServer();
                OkHttpEngine engine = engine(server)) {
            OpenSocket socket = open(engine, received);
            RawPeer peer = server.take();
            peer.writeFrame(0x82, new byte[100_000]);
            assertThat(received.binary().remaining()).isEqualTo(100_000);

            peer.writeHex("c1 00");

            assertThat(received.end().why()).contains("reserved bits");
            peer.end();
            assertForgotten(engine);
            socket.close();
        }
    }

    @Test
    void forgetsAllWhenItIsClosed() throws Exception {
        Received received = new Received();
        try (RawServer server = new RawServer()) {
            OkHttpEngine engine = engine(server);
            open(engine, received);
            server.take();

            engine.close();

            received.end();
            assertForgotten(engine);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 404 Not Found\r\nContent-Length: 100000\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nwithout end",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"
            })
    void forgetsWhatIsNoWebSocket(String answer) throws Exception {
        RawServer.Greeting greeting = peer -> {
            peer.readRequest();
            peer.write(answer);
        };
        try (RawServer server = new RawServer(greeting);
                OkHttpEngine engine = engine(server)) {
            assertThatExceptionOfType(TdengineConnectionException.class).isThrownBy(() -> open(engine, new Received()));

            assertForgotten(engine);
        }
    }

    @Test
    void saysThatOkHttpTakesNoConnectionFieldThatListsMore() throws Exception {
        RawServer.Greeting greeting = peer -> peer.upgrade("Connection: keep-alive\r\n");
        try (RawServer server = new RawServer(greeting);
                OkHttpEngine engine = engine(server)) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> open(engine, new Received()))
                    .withMessage(
                            server.endpoint()
                                    + " opened no WebSocket: its Connection field lists more than Upgrade, which OkHttp does not take");
            assertForgotten(engine);
        }
    }

    /** A caller's interrupt is the caller's: the others' socket stays. */
    @Test
    void sendsOnAThreadThatHasBeenInterrupted() throws Exception {
        try (RawServer server = new RawServer();
                OkHttpEngine engine = engine(server)) {
            OpenSocket socket = open(engine, new Received());
            RawPeer peer = server.take();
            ByteBuffer message = ByteBuffer.allocate(100_000);

            Thread.currentThread().interrupt();
            boolean sent = socket.sendBinary(Deadline.after(LONG), message);
            assertThat(Thread.interrupted()).isTrue();

            assertThat(sent).isTrue();
            assertThat(peer.readFrame().payload()).isEqualTo(message.array());
        }
    }
}
