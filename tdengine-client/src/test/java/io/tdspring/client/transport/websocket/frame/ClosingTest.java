// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.websocket.TestedEngine;
import io.tdspring.client.transport.websocket.engine.Receiver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of RFC 6455, sections 7 and 8: how sockets end. */
@ParameterizedClass
@EnumSource
class ClosingTest {

    private final TestedEngine tested;
    private SocketTestBed bed;
    private RawPeer peer;

    ClosingTest(TestedEngine tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() throws InterruptedException {
        bed = new SocketTestBed(tested);
        peer = bed.peer;
    }

    @AfterEach
    void close() throws IOException {
        bed.close();
    }

    private String server() {
        return bed.server.endpoint().toString();
    }

    @Test
    void section7dot1dot1LetsTheServerEndTheStream() throws Exception {
        CompletableFuture<Void> closing = CompletableFuture.runAsync(bed.socket::close);

        RawPeer.Frame frame = peer.readFrame();
        assertThat(frame.first()).isEqualTo(0x88);
        assertThat(frame.closeCode()).isEqualTo(1000);
        peer.writeHex("88 02 03e8");
        peer.end();

        closing.get(10, TimeUnit.SECONDS);
        assertThat(bed.received.end().why()).isEqualTo("the connection to " + server() + " was closed by this client");
    }

    @Test
    void section7dot1dot1DoesNotWaitLongForAServerThatAnswersNoClose() throws Exception {
        bed.socket.close();

        assertThat(peer.readFrame().closeCode()).isEqualTo(1000);
        assertThat(peer.seesEnd()).isTrue();
        assertThat(bed.received.end().why()).isEqualTo("the connection to " + server() + " was closed by this client");
        bed.socket.close();
        assertThat(bed.received.isEmpty()).isTrue();
    }

    @Test
    void section7dot1dot1EndsTheStreamOfAServerThatDoesNot() throws Exception {
        peer.writeHex("88 02 03e8");

        assertThat(bed.received.end().why()).isEqualTo(server() + " closed the connection");
        assertThat(peer.readFrame().closeCode()).isEqualTo(1000);
        assertThat(peer.seesEnd()).isTrue();
    }

    @Test
    void section7dot1dot5DeliversWhatCameBeforeTheClose() throws Exception {
        peer.writeHex("81 01 78 88 02 03e8");

        assertThat(bed.received.text()).isEqualTo("x");
        assertThat(bed.received.end().cause()).isNull();
    }

    @Test
    void section7dot2dot2NoticesAtOnceThatTheStreamHasEnded() throws Exception {
        peer.end();

        assertThat(bed.received.end().why()).isEqualTo("the connection to " + server() + " broke");
        assertThat(bed.socket.sendText("x", SocketTestBed.soon())).isFalse();
    }

    @Test
    void section7dot2dot2NoticesAtOnceThatTheConnectionWasReset() throws Exception {
        peer.reset();

        Received.End end = bed.received.end();
        assertThat(end.why()).isEqualTo("the connection to " + server() + " broke");
        assertThat(end.cause()).isInstanceOf(IOException.class);
    }

    @Test
    void section7dot2dot2DropsAMessageCutShort() throws Exception {
        peer.writeHex("82 05 0102");
        peer.end();

        assertThat(bed.received.end().why()).isEqualTo("the connection to " + server() + " broke");
    }

    @Test
    void cancellingSaysNothing() throws Exception {
        bed.socket.cancel();

        assertThat(peer.seesEnd()).isTrue();
        assertThat(bed.received.end().why()).isEqualTo("the connection to " + server() + " was closed by this client");
    }

    @Test
    void closingTheEngineEndsItsSockets() throws Exception {
        bed.engine.close();

        assertThat(peer.seesEnd()).isTrue();
        assertThat(bed.received.end().why()).isEqualTo("the connection to " + server() + " was closed by this client");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
    void section7dot4RefusesCodesThatMayNotBeSent(int code) throws Exception {
        peer.writeFrame(0x88, new byte[] {(byte) (code >> 8), (byte) code});

        assertThat(bed.received.end().why()).endsWith("a Close frame with the code " + code);
        assertThat(peer.readFrame().closeCode()).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999})
    void section7dot4TakesCodesThatMayBeSent(int code) throws Exception {
        peer.writeFrame(0x88, new byte[] {(byte) (code >> 8), (byte) code});

        assertThat(bed.received.end().why()).startsWith(server() + " closed the connection");
        assertThat(peer.readFrame().closeCode()).isEqualTo(code);
    }

    @Test
    void section5dot5dot1RefusesHalfACode() throws Exception {
        peer.writeHex("88 01 03");

        assertThat(bed.received.end().why()).endsWith("a Close frame with half a code");
        assertThat(peer.readFrame().closeCode()).isEqualTo(1002);
    }

    @Test
    void section5dot5dot1RefusesAReasonThatIsNotUtf8() throws Exception {
        peer.writeHex("88 04 03e8 c328");

        assertThat(bed.received.end().why()).endsWith("text that is not UTF-8");
        assertThat(peer.readFrame().closeCode()).isEqualTo(1007);
    }

    /** Faults of each kind in RFC 3629: cut short, too long, surrogates, beyond the last character, stray bytes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c3",
                "e697",
                "f09f98",
                "c0af",
                "c1bf",
                "e080af",
                "f08080af",
                "eda080",
                "edbfbf",
                "f4908080",
                "f5808080",
                "fe",
                "ff",
                "41c328",
                "ceba efbfbd 80"
            })
    void section8dot1RefusesTextThatIsNotUtf8(String hex) throws Exception {
        byte[] text = HexFormat.of().parseHex(hex.replace(" ", ""));

        peer.writeFrame(0x81, text);

        assertThat(bed.received.end().why()).endsWith("text that is not UTF-8");
        assertThat(peer.readFrame().closeCode()).isEqualTo(1007);
    }

    @Test
    void section8dot1TakesEveryCharacter() throws Exception {
        String text = "\u0000\u007f\u0080\u07ff\u0800\ud7ff\ue000\ufffd\uffff\ud800\udc00\udbff\udfff";

        peer.writeFrame(0x81, text.getBytes(StandardCharsets.UTF_8));

        assertThat(bed.received.text()).isEqualTo(text);
    }

    @Test
    void section8dot1TakesCharactersThatAreSplitBetweenFragments() throws Exception {
        peer.writeHex("01 01 e6 00 01 97 80 01 a5");

        assertThat(bed.received.text()).isEqualTo("日");
    }

    @Test
    void aReceiverThatThrowsEndsTheSocket() throws Exception {
        IllegalStateException thrown = new IllegalStateException("enough");
        Received ends = new Received();
        bed.engine.open(
                "/ws",
                new Receiver() {
                    @Override
                    public void onText(String text) {
                        throw thrown;
                    }

                    @Override
                    public void onBinary(ByteBuffer message) {}

                    @Override
                    public void onEnd(String why, Throwable cause) {
                        ends.onEnd(why, cause);
                    }
                },
                SocketTestBed.soon());
        RawPeer second = bed.server.take();

        second.writeHex("81 01 78");

        assertThat(ends.end().cause()).isSameAs(thrown);
        assertThat(second.seesEnd()).isTrue();
    }

    @Test
    void givesUpAPeerThatIsSilent() throws Exception {
        Duration soon = Duration.ofMillis(100);
        Timeouts timeouts = new Timeouts(SocketTestBed.LONG, SocketTestBed.LONG, soon, soon);
        try (SocketTestBed silent = new SocketTestBed(tested, SocketTestBed.plain(timeouts), RawPeer::upgrade)) {

            assertThat(silent.peer.readFrame().opcode()).isEqualTo(9);

            Received.End end = silent.received.end();
            assertThat(end.why()).isEqualTo("the connection to " + silent.server.endpoint() + " broke");
            assertThat(end.cause()).hasMessage("it did not answer a ping");
        }
    }

    @Test
    void keepsAPeerThatAnswersPings() throws Exception {
        Timeouts timeouts =
                new Timeouts(SocketTestBed.LONG, SocketTestBed.LONG, Duration.ofMillis(20), SocketTestBed.LONG);
        try (SocketTestBed lively = new SocketTestBed(tested, SocketTestBed.plain(timeouts), RawPeer::upgrade)) {
            for (int i = 0; i < 5; i++) {
                RawPeer.Frame ping = lively.peer.readFrame();
                assertThat(ping.opcode()).isEqualTo(9);
                lively.peer.writeFrame(0x8a, ping.payload());
            }

            assertThat(lively.received.isEmpty()).isTrue();
            assertThat(lively.socket.sendText("x", SocketTestBed.soon())).isTrue();
        }
    }
}
