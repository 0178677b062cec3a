// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.websocket.TestedEngine;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.error.TdengineConnectionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of RFC 6455, section 4.1. */
@ParameterizedClass
@EnumSource
class HandshakeTest {

    private static final String SWITCH = "HTTP/1.1 101 Switching Protocols\r\n";
    private static final String UPGRADE = "Upgrade: WebSocket\r\nConnection: upgrade\r\n";

    private final TestedEngine tested;

    HandshakeTest(TestedEngine tested) {
        this.tested = tested;
    }

    private void assertRefused(String answer, String message) throws IOException {
        assertRefused(answer, message, SocketTestBed.plain(SocketTestBed.PATIENT));
    }

    private void assertRefused(String answer, String message, TransportSettings settings) throws IOException {
        RawServer.Greeting greeting = peer -> {
            peer.readRequest();
            String accept = Upgrade.acceptFor(peer.header("Sec-WebSocket-Key"));
            peer.write(answer.replace("{accept}", "Sec-WebSocket-Accept: " + accept + "\r\n"));
        };
        try (RawServer server = new RawServer(greeting);
                WebSocketEngine engine = tested.open(server.endpoint(), settings)) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> engine.open("/ws?token=secret", new Received(), SocketTestBed.soon()))
                    .withMessage(server.endpoint() + message);
        }
    }

    @Test
    void asksForAWebSocket() throws Exception {
        try (SocketTestBed bed = new SocketTestBed(tested)) {
            assertThat(bed.peer.request())
                    .contains(
                            "GET /ws HTTP/1.1",
                            "Host: " + bed.server.endpoint(),
                            "Upgrade: websocket",
                            "Connection: Upgrade",
                            "Sec-WebSocket-Version: 13")
                    .noneMatch(line -> line.startsWith("Sec-WebSocket-Extensions"));
            assertThat(Base64.getDecoder().decode(bed.peer.header("Sec-WebSocket-Key")))
                    .hasSize(16);
        }
    }

    @Test
    void takesAnswersInAnyCase() throws Exception {
        RawServer.Greeting greeting = peer -> {
            peer.readRequest();
            peer.write("HTTP/1.1 101\r\nUPGRADE: WebSocket\r\nconnection: uPgrade \r\nsec-websocket-accept:"
                    + Upgrade.acceptFor(peer.header("Sec-WebSocket-Key")) + "\r\n\r\n");
        };
        try (SocketTestBed bed = new SocketTestBed(tested, SocketTestBed.plain(SocketTestBed.PATIENT), greeting)) {
            bed.peer.writeHex("81 01 78");

            assertThat(bed.received.text()).isEqualTo("x");
        }
    }

    @Test
    void deliversWhatComesRightBehindTheAnswer() throws Exception {
        RawServer.Greeting greeting = peer -> {
            peer.readRequest();
            peer.write(SWITCH + UPGRADE + "Sec-WebSocket-Accept: " + Upgrade.acceptFor(peer.header("Sec-WebSocket-Key"))
                    + "\r\n\r\n\u0001\u0001a");
            peer.writeHex("80 01 62");
        };
        try (SocketTestBed bed = new SocketTestBed(tested, SocketTestBed.plain(SocketTestBed.PATIENT), greeting)) {
            assertThat(bed.received.text()).isEqualTo("ab");
        }
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized", "403, Forbidden", "404, Not Found", "200, OK", "503, Busy"})
    void saysWhatIsAnsweredInsteadOfAWebSocket(int status, String reason) throws Exception {
        assertRefused(
                "HTTP/1.1 " + status + " " + reason + "\r\nContent-Length: 0\r\n\r\n",
                " answered HTTP " + status + " instead of opening a WebSocket on /ws");
    }

    @Test
    void saysWhereARedirectPointsTo() throws Exception {
        assertRefused(
                "HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/ws?token=secret\r\n\r\n",
                " answered HTTP 302 instead of opening a WebSocket on /ws, and points to https://elsewhere.example/ws");
    }

    @Test
    void refusesAWrongAccept() throws Exception {
        assertRefused(
                SWITCH + UPGRADE + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n",
                " opened no WebSocket: its Sec-WebSocket-Accept does not belong to the request");
        assertRefused(
                SWITCH + UPGRADE + "\r\n",
                " opened no WebSocket: its Sec-WebSocket-Accept does not belong to the request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Upgrade: websocket\r\n",
                "Connection: upgrade\r\n",
                "Upgrade: h2c\r\nConnection: Upgrade\r\n"
            })
    void refusesAnotherProtocol(String headers) throws Exception {
        assertRefused(SWITCH + headers + "{accept}\r\n", " opened no WebSocket: it switched to another protocol");
    }

    @Test
    void refusesASubprotocolItDidNotAskFor() throws Exception {
        assertRefused(
                SWITCH + UPGRADE + "{accept}Sec-WebSocket-Protocol: chat\r\n\r\n",
                " opened no WebSocket: it chose a subprotocol, but none was asked for");
    }

    @Test
    void refusesAnExtensionItDidNotOffer() throws Exception {
        assertRefused(
                SWITCH + UPGRADE + "{accept}Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n",
                " opened no WebSocket: it chose an extension that was not offered");
    }

    @Test
    void refusesWhatIsNoHttp() throws Exception {
        RawServer.Greeting greeting = peer -> peer.write("SSH-2.0-OpenSSH_9.2\r\n");
        try (RawServer server = new RawServer(greeting);
                WebSocketEngine engine = tested.open(server.endpoint(), SocketTestBed.plain(SocketTestBed.PATIENT))) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> engine.open("/ws", new Received(), SocketTestBed.soon()))
                    .withMessageStartingWith(server.endpoint() + " opened no WebSocket: ");
        }
    }

    @Test
    void saysThatTheServerIsSilent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                WebSocketEngine engine = tested.open(
                        new Endpoint("127.0.0.1", silent.getLocalPort()), SocketTestBed.plain(SocketTestBed.PATIENT))) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> engine.open("/ws", new Received(), Deadline.after(Duration.ofMillis(100))))
                    .withMessage("127.0.0.1:" + silent.getLocalPort()
                            + " accepted the connection but did not answer within 100 ms");
        }
    }

    @Test
    void opensNothingOnceItIsClosed() {
        WebSocketEngine engine = tested.open(new Endpoint("127.0.0.1", 1), SocketTestBed.plain(SocketTestBed.PATIENT));
        engine.close();

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() -> engine.open("/ws", new Received(), SocketTestBed.soon()))
                .withMessage("this client's way to 127.0.0.1:1 is closed");
    }
}
