// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.transport.websocket.TestedEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of RFC 6455, section 5, one by one. */
@ParameterizedClass
@EnumSource
class FramingTest {

    private final TestedEngine tested;
    private SocketTestBed bed;
    private RawPeer peer;

    FramingTest(TestedEngine tested) {
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

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private void assertRefused(int closeCode, String what) throws Exception {
        assertThat(bed.received.end().why())
                .isEqualTo(bed.server.endpoint() + " broke the rules of WebSocket: " + what);
        RawPeer.Frame last = peer.readFrame();
        assertThat(last.first()).isEqualTo(0x88);
        assertThat(last.closeCode()).isEqualTo(closeCode);
        peer.end();
        assertThat(bed.socket.sendText("x", SocketTestBed.soon())).isFalse();
        assertThat(bed.received.isEmpty()).isTrue();
    }

    // 5.1

    @Test
    void section5dot1MasksWhatTheClientSends() throws Exception {
        assertThat(bed.socket.sendText("Hello", SocketTestBed.soon())).isTrue();

        RawPeer.Frame frame = peer.readFrame();
        assertThat(frame.isMasked()).isTrue();
        assertThat(frame.first()).isEqualTo(0x81);
        assertThat(frame.text()).isEqualTo("Hello");
    }

    @Test
    void section5dot1RefusesAMaskedFrame() throws Exception {
        peer.writeHex("81 85 37fa213d 7f9f4d5158");

        assertRefused(1002, "a masked frame");
    }

    // 5.2

    @ParameterizedTest
    @ValueSource(strings = {"c1 00", "a1 00", "91 00", "c9 00", "90 00"})
    void section5dot2RefusesReservedBits(String frame) throws Exception {
        peer.writeHex(frame);

        assertRefused(1002, "a frame with reserved bits");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
    void section5dot2RefusesReservedOpcodes(int opcode) throws Exception {
        peer.writeFrame(0x80 | opcode, new byte[0]);

        assertRefused(1002, "a frame with the reserved opcode " + opcode);
    }

    @ParameterizedTest
    @CsvSource({
        "82 7e 007d, 125",
        "82 7e 0000, 0",
        "82 7f 000000000000ffff, 65535",
        "82 7f 0000000000000001, 1",
        "82 7f 8000000000000000, 9223372036854775808",
        "82 7f ffffffffffffffff, 18446744073709551615"
    })
    void section5dot2RefusesLengthsInAFormTheyMayNotHave(String header, String length) throws Exception {
        peer.writeHex(header);

        assertRefused(1002, "the length " + length + " in a form it may not have");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 4095, 4096, 65535, 65536, 70_000, 1 << 20, (1 << 20) + 1, 5_000_000})
    void section5dot2ReadsEveryLength(int length) throws Exception {
        byte[] payload = random(length);

        peer.writeFrame(0x82, payload);

        ByteBuffer message = bed.received.binary();
        assertThat(message.position()).isZero();
        assertThat(bytes(message)).isEqualTo(payload);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "125,125", "126,126", "65535,126", "65536,127", "200000,127"})
    void section5dot2WritesEveryLengthInItsShortestForm(int length, int form) throws Exception {
        byte[] payload = random(length);

        bed.socket.sendBinary(SocketTestBed.soon(), ByteBuffer.wrap(payload));

        RawPeer.Frame frame = peer.readFrame();
        assertThat(frame.first()).isEqualTo(0x82);
        assertThat(frame.shortLength()).isEqualTo(form);
        assertThat(frame.payload()).isEqualTo(payload);
    }

    @Test
    void section5dot2TakesNoMemoryOnTheWordOfAPeer() throws Exception {
        peer.writeHex("82 7f 0000000008000001");

        assertRefused(1009, "a message of more than 134217728 bytes");
    }

    // 5.3

    @Test
    void section5dot3TakesANewKeyForEachFrame() throws Exception {
        Set<Integer> keys = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            bed.socket.sendText("x", SocketTestBed.soon());
            keys.add(peer.readFrame().key());
        }

        assertThat(keys).hasSizeGreaterThan(990);
    }

    @Test
    void section5dot3MasksPartsOfAnyLengthAsOnePayload() throws Exception {
        byte[] payload = random(300_001);
        ByteBuffer direct =
                ByteBuffer.allocateDirect(100_003).put(payload, 7, 100_003).flip();
        ByteBuffer[] parts = {
            ByteBuffer.wrap(payload, 0, 7),
            direct,
            ByteBuffer.allocate(0),
            ByteBuffer.wrap(payload, 100_010, 3).asReadOnlyBuffer(),
            ByteBuffer.wrap(payload, 100_013, 199_988)
        };

        bed.socket.sendBinary(SocketTestBed.soon(), parts);

        assertThat(peer.readFrame().payload()).isEqualTo(payload);
        assertThat(parts[4].position()).isEqualTo(100_013);
        assertThat(direct.remaining()).isEqualTo(100_003);
    }

    // 5.4

    @Test
    void section5dot4PutsFragmentsTogether() throws Exception {
        peer.writeHex("01 03 48656c 00 00 80 02 6c6f");
        peer.writeHex("02 01 01 00 02 0203 80 00");

        assertThat(bed.received.text()).isEqualTo("Hello");
        assertThat(bytes(bed.received.binary())).isEqualTo(new byte[] {1, 2, 3});
    }

    @Test
    void section5dot4AnswersAPingBetweenFragments() throws Exception {
        peer.writeHex("01 03 48656c 89 01 70");

        RawPeer.Frame pong = peer.readFrame();
        assertThat(pong.first()).isEqualTo(0x8a);
        assertThat(pong.text()).isEqualTo("p");

        peer.writeHex("80 02 6c6f");
        assertThat(bed.received.text()).isEqualTo("Hello");
    }

    @Test
    void section5dot4RefusesAContinuationOfNothing() throws Exception {
        peer.writeHex("80 01 78");

        assertRefused(1002, "a continuation of nothing");
    }

    @Test
    void section5dot4RefusesAMessageWithinAnother() throws Exception {
        peer.writeHex("01 01 78 81 01 79");

        assertRefused(1002, "a new message within another message's fragments");
    }

    @Test
    void section5dot4RefusesAContinuationBehindTheEnd() throws Exception {
        peer.writeHex("81 01 78 80 01 79");

        assertThat(bed.received.text()).isEqualTo("x");
        assertRefused(1002, "a continuation of nothing");
    }

    @Test
    void section5dot4CountsFragmentsTogether() throws Exception {
        peer.writeHex("02 01 00 00 7f 0000000008000000");

        assertRefused(1009, "a message of more than 134217728 bytes");
    }

    // 5.5

    @ParameterizedTest
    @ValueSource(strings = {"08 00", "09 00", "0a 00"})
    void section5dot5RefusesControlFramesInFragments(String frame) throws Exception {
        peer.writeHex(frame);

        assertRefused(1002, "a control frame in fragments");
    }

    @Test
    void section5dot5RefusesLongControlFrames() throws Exception {
        peer.writeFrame(0x89, new byte[126]);

        assertRefused(1002, "a control frame of 126 bytes");
    }

    @Test
    void section5dot5dot1EchoesTheCodeOfAClose() throws Exception {
        peer.writeHex("88 06 03e9 6e696768");

        assertThat(bed.received.end().why()).isEqualTo(bed.server.endpoint() + " closed the connection (1001, nigh)");
        RawPeer.Frame answer = peer.readFrame();
        assertThat(answer.first()).isEqualTo(0x88);
        assertThat(answer.payload()).isEqualTo(new byte[] {3, (byte) 0xe9});
    }

    @Test
    void section5dot5dot1AnswersAnEmptyCloseByAnEmptyOne() throws Exception {
        peer.writeHex("88 00");

        assertThat(bed.received.end().why()).isEqualTo(bed.server.endpoint() + " closed the connection");
        assertThat(peer.readFrame().payload()).isEmpty();
    }

    @Test
    void section5dot5dot1SendsNothingBehindAClose() throws Exception {
        peer.writeHex("88 00 89 01 70 81 01 78");
        bed.received.end();
        peer.readFrame();

        assertThat(bed.socket.sendText("late", SocketTestBed.soon())).isFalse();
        assertThat(peer.seesEnd()).isTrue();
        assertThat(bed.received.isEmpty()).isTrue();
    }

    @Test
    void section5dot5dot2AnswersAPingByItsPayload() throws Exception {
        byte[] payload = random(125);

        peer.writeFrame(0x89, payload);

        RawPeer.Frame pong = peer.readFrame();
        assertThat(pong.first()).isEqualTo(0x8a);
        assertThat(pong.isMasked()).isTrue();
        assertThat(pong.payload()).isEqualTo(payload);
    }

    @Test
    void section5dot5dot3IgnoresAPongUnasked() throws Exception {
        peer.writeHex("8a 00 8a 08 7fffffffffffffff 8a 03 010203 81 01 78");

        assertThat(bed.received.text()).isEqualTo("x");
    }

    // 5.6, 5.7

    @Test
    void section5dot6TellsTextFromBytes() throws Exception {
        peer.writeFrame(0x81, "日本 \uD83D\uDE00".getBytes(UTF_8));
        peer.writeFrame(0x82, "日本".getBytes(UTF_8));

        assertThat(bed.received.text()).isEqualTo("日本 \uD83D\uDE00");
        assertThat(bytes(bed.received.binary())).isEqualTo("日本".getBytes(UTF_8));
    }

    @Test
    void section5dot7ReadsTheExamples() throws Exception {
        peer.writeHex("81 05 48656c6c6f");
        peer.writeHex("01 03 48656c 80 02 6c6f");
        peer.writeHex("89 05 48656c6c6f");
        peer.writeHex("82 7e 0100" + "aa".repeat(256));
        peer.writeHex("82 7f 0000000000010000" + "bb".repeat(65536));

        assertThat(bed.received.text()).isEqualTo("Hello");
        assertThat(bed.received.text()).isEqualTo("Hello");
        assertThat(peer.readFrame().text()).isEqualTo("Hello");
        assertThat(bytes(bed.received.binary())).hasSize(256).containsOnly(0xaa);
        assertThat(bytes(bed.received.binary())).hasSize(65536).containsOnly(0xbb);
    }
}
