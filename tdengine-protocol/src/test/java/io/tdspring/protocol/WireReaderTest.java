// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.error.TdengineProtocolException;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireReaderTest {

    private static <T> T read(String hex, Function<WireReader, T> body) {
        return WireReader.readFrame("message", Frames.of(hex), body);
    }

    @Test
    void readsNumbersLittleEndian() {
        assertThat(read("ff", WireReader::u8)).isEqualTo(255);
        assertThat(read("01 ff", WireReader::u16)).isEqualTo(0xff01);
        assertThat(read("fe ff ff ff", WireReader::i32)).isEqualTo(-2);
        assertThat(read("fe ff ff ff", WireReader::u32)).isEqualTo(0xffff_fffeL);
        assertThat(read("01 00 00 00 00 00 00 80", WireReader::i64)).isEqualTo(Long.MIN_VALUE + 1);
    }

    /** Layout: base-128, the low bits first; 300 = 0b10_0101100. */
    @ParameterizedTest
    @CsvSource({"00, 0", "7f, 127", "80 01, 128", "ac 02, 300", "ff ff ff ff 0f, 4294967295"})
    void readsGroupsOfSevenBits(String hex, long value) {
        assertThat(read(hex, WireReader::varint)).isEqualTo(value);
        assertThat(new WireWriter().varint((int) value).toBuffer()).isEqualTo(Frames.of(hex));
    }

    @ParameterizedTest
    @CsvSource({
        "00, 0",
        "01, -1",
        "02, 1",
        "04, 2",
        "18, 12",
        "ff ff ff ff 0f, -2147483648",
        "fe ff ff ff 0f, 2147483647"
    })
    void readsTheSignFromTheLowestBit(String hex, int value) {
        assertThat(read(hex, WireReader::zigzag)).isEqualTo(value);
        assertThat(new WireWriter().zigzag(value).toBuffer()).isEqualTo(Frames.of(hex));
    }

    @ParameterizedTest
    @CsvSource({"ff ff ff ff 1f", "80 80 80 80 80 01"})
    void refusesANumberOfMoreThan32Bits(String hex) {
        assertThatThrownBy(() -> read(hex, WireReader::varint))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("message has a number of more than 32 bits");
    }

    @Test
    void refusesALengthBeyondTheEndBeforeItTakesMemory() {
        assertThatThrownBy(() -> read("ff ff ff 7f 61", WireReader::string))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("message is cut short: 5 bytes");
        assertThatThrownBy(() -> read("ff ff ff ff 61", WireReader::string))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("message is cut short: 5 bytes");
    }

    @Test
    void refusesBytesLeftOver() {
        assertThatThrownBy(() -> read("01 02", WireReader::u8))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("message has 1 bytes too many");
    }

    @Test
    void namesTheSectionThatIsCutShort() {
        assertThatThrownBy(() ->
                        read("02 01 02", in -> in.section("inner", in.u8()).i32()))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("inner is cut short: 2 bytes");
    }

    @Test
    void givesViewsAndNoCopies() {
        ByteBuffer frame = ByteBuffer.wrap(new byte[] {1, 2, 3});

        ByteBuffer view = WireReader.readFrame("message", frame, in -> {
            in.skip(1);
            return in.rest();
        });
        frame.put(1, (byte) 9);

        assertThat(view.get(0)).isEqualTo((byte) 9);
        assertThat(frame.position()).isZero();
    }

    @Test
    void readsFromThePositionOfTheFrame() {
        ByteBuffer frame = Frames.of("ff ff 2a").position(2);

        assertThat(WireReader.<Integer>readFrame("message", frame, WireReader::u8))
                .isEqualTo(42);
    }

    @Test
    void growsWhileItWrites() {
        WireWriter out = new WireWriter();
        for (int i = 0; i < 1000; i++) {
            out.i64(i);
        }

        ByteBuffer written = out.toBuffer();

        assertThat(written.remaining()).isEqualTo(8000);
        assertThat(Long.reverseBytes(written.getLong(7992))).isEqualTo(999);
    }
}
