// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tdspring.client.transport.websocket.TestedEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of RFC 7692, section 7. */
@ParameterizedClass
@EnumSource
class CompressionTest {

    private static final String OFFER = "permessage-deflate; client_no_context_takeover; server_no_context_takeover";

    private final TestedEngine tested;

    CompressionTest(TestedEngine tested) {
        this.tested = tested;
    }

    private SocketTestBed bed(String agreed) throws InterruptedException {
        return new SocketTestBed(
                tested,
                SocketTestBed.compressing(),
                peer -> peer.upgrade("Sec-WebSocket-Extensions: " + agreed + "\r\n"));
    }

    @Test
    void section7dot1OffersThatNoSideRemembersMessages() throws Exception {
        try (SocketTestBed bed = bed(OFFER)) {
            assertThat(bed.peer.header("Sec-WebSocket-Extensions")).isEqualTo(OFFER);
        }
    }

    @Test
    void section7dot1GoesWithoutIfTheServerSaysNothing() throws Exception {
        try (SocketTestBed bed = new SocketTestBed(tested, SocketTestBed.compressing(), RawPeer::upgrade)) {
            bed.socket.sendText("x".repeat(5000), SocketTestBed.soon());
            assertThat(bed.peer.readFrame().first()).isEqualTo(0x81);

            bed.peer.writeHex("c1 07 f248cdc9c90700");
            assertThat(bed.received.end().why()).endsWith("a frame with reserved bits");
        }
    }

    /** The examples of 7.2.3: in one frame, in two, stored, with a final block, in two blocks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "c1 07 f248cdc9c90700",
                "41 03 f248cd 80 04 c9c90700",
                "c1 0b 000500faff48656c6c6f00",
                "c1 08 f348cdc9c9070000",
                "c1 0d f248050000 00ffffcac9c90700"
            })
    void section7dot2dot3ReadsTheExamples(String frames) throws Exception {
        try (SocketTestBed bed = bed(OFFER)) {
            bed.peer.writeHex(frames);
            assertThat(bed.received.text()).isEqualTo("Hello");

            bed.peer.writeHex(frames + "89 00 81 01 78");
            assertThat(bed.received.text()).isEqualTo("Hello");
            assertThat(bed.received.text()).isEqualTo("x");
        }
    }

    @Test
    void section7dot2dot3dot2FollowsTheWindowOfAServerThatKeepsIt() throws Exception {
        try (SocketTestBed bed = bed("permessage-deflate; server_max_window_bits=15")) {
            bed.peer.writeHex("c1 07 f248cdc9c90700 c1 05 f200110000");

            assertThat(bed.received.text()).isEqualTo("Hello");
            assertThat(bed.received.text()).isEqualTo("Hello");
        }
    }

    @Test
    void section7dot1dot1dot1RefusesAWindowThatWasNotAgreedUpon() throws Exception {
        try (SocketTestBed bed = bed(OFFER)) {
            bed.peer.writeHex("c1 07 f248cdc9c90700 c1 05 f200110000");

            assertThat(bed.received.text()).isEqualTo("Hello");
            assertThat(bed.received.end().why()).endsWith("a message that cannot be decompressed");
            assertThat(bed.peer.readFrame().closeCode()).isEqualTo(1007);
        }
    }

    @Test
    void section7dot2dot1CompressesEachLongMessageByItself() throws Exception {
        try (SocketTestBed bed = bed(OFFER)) {
            String text = "now,24.5,220,0.31;".repeat(10_000);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 2; i++) {
                bed.socket.sendBinary(
                        SocketTestBed.soon(),
                        ByteBuffer.wrap(bytes, 0, 5),
                        ByteBuffer.wrap(bytes, 5, bytes.length - 5));

                RawPeer.Frame frame = bed.peer.readFrame();
                assertThat(frame.first()).isEqualTo(0xc2);
                assertThat(frame.payload().length).isLessThan(bytes.length / 10);
                assertThat(inflated(frame.payload(), bytes.length)).isEqualTo(text);
            }
            bed.socket.sendText("short", SocketTestBed.soon());
            assertThat(bed.peer.readFrame().first()).isEqualTo(0x81);
        }
    }

    private static String inflated(byte[] payload, int length) throws DataFormatException {
        byte[] bytes = new byte[length + 1];
        ByteBuffer whole = ByteBuffer.allocate(payload.length + 4).put(payload).putInt(0x0000ffff);
        Inflater inflater = new Inflater(true);
        inflater.setInput(whole.flip());
        int inflated = inflater.inflate(bytes);
        inflater.end();
        return new String(bytes, 0, inflated, StandardCharsets.UTF_8);
    }

    @Test
    void section6dot1ReadsCompressedFragmentsWithControlFramesBetween() throws Exception {
        try (SocketTestBed bed = bed(OFFER)) {
            bed.peer.writeHex("42 03 f248cd 89 01 70 00 00 80 04 c9c90700");

            assertThat(bed.peer.readFrame().text()).isEqualTo("p");
            assertThat(StandardCharsets.UTF_8.decode(bed.received.binary()).toString())
                    .isEqualTo("Hello");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"01 01 61 c0 01 62", "c9 00", "c8 00"})
    void section6dot1RefusesTheBitWhereItHasNoMeaning(String frames) throws Exception {
        try (SocketTestBed bed = bed(OFFER)) {
            bed.peer.writeHex(frames);

            assertThat(bed.received.end().why()).endsWith("a frame with reserved bits");
        }
    }

    @Test
    void refusesWhatCannotBeDecompressed() throws Exception {
        try (SocketTestBed bed = bed(OFFER)) {
            bed.peer.writeHex("c2 03 ffffff");

            assertThat(bed.received.end().why()).endsWith("a message that cannot be decompressed");
            assertThat(bed.peer.readFrame().closeCode()).isEqualTo(1007);
        }
    }

    /** Ten bytes as they are, of which five have come; and the example of 7.2.3.1 without its last byte. */
    @ParameterizedTest
    @ValueSource(strings = {"c2 0a 000a00f5ff48656c6c6f", "c2 06 f248cdc9c907"})
    void section7dot2dot2RefusesAMessageThatEndsWithinABlock(String frame) throws Exception {
        try (SocketTestBed bed = bed(OFFER)) {
            bed.peer.writeHex(frame);

            assertThat(bed.received.end().why()).endsWith("a message that cannot be decompressed");
            assertThat(bed.peer.readFrame().closeCode()).isEqualTo(1007);
        }
    }

    @Test
    void boundsWhatAMessageInflatesTo() throws IOException {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(new byte[10 << 20]);
        deflater.finish();
        byte[] bomb = new byte[64 << 10];
        int length = deflater.deflate(bomb);
        deflater.end();
        MessageMemory into = new MessageMemory(new BufferPool());
        MessageMemory message = new MessageMemory(new BufferPool());
        System.arraycopy(bomb, 0, message.withRoom(length), 0, length);
        message.advance(length);

        try (Inflation inflation = new Inflation(false, 1 << 20)) {
            assertThat(catchThrowableOfType(Violation.class, () -> inflation.inflate(message, into))
                            .closeCode())
                    .isEqualTo(1009);
            assertThat(into.array().length).isLessThanOrEqualTo(4 << 20);
        }
    }
}
