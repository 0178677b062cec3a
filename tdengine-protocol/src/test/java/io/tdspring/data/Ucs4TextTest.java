// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NCHAR cells against the JDK's own reader of UTF-32. */
class Ucs4TextTest {

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final int OFFSET = 3;

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "plain", "Zürich", "涛思数据", "a\uFFFFb", "mixed 涛 and 🛰 and é", "🛰🛰"})
    void readsTextOfEveryPlane(String text) {
        byte[] bytes = text.getBytes(UTF_32LE);

        assertThat(decode(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x11_0000, 0x7fff_ffff, -1, 0xfffe_0000})
    void replacesWhatIsNoCharacter(int codePoint) {
        assertThat(decode(codePoints('a', codePoint, 'b'))).isEqualTo("a\uFFFDb");
    }

    @Test
    void keepsAMarkThatIsPartOfTheValue() {
        assertThat(decode(codePoints(0xfeff, 'a'))).isEqualTo("\uFEFFa");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7})
    void replacesHalfACharacterAtTheEnd(int length) {
        byte[] bytes = new byte[length];
        bytes[0] = 'a';

        assertThat(decode(bytes)).isEqualTo(length < 4 ? "\uFFFD" : "a\uFFFD");
    }

    @Test
    void agreesWithTheJdkOnArbitraryCodePoints() {
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            int bound = 1 << (7 + random.nextInt(16));
            // Behind a letter, because the JDK takes a byte order mark at the beginning away.
            int[] points = IntStream.concat(
                            IntStream.of('a'), random.ints(random.nextInt(round % 50 == 0 ? 600 : 20), 0, bound))
                    .toArray();
            byte[] bytes = codePoints(points);

            assertThat(decode(bytes)).isEqualTo(new String(bytes, UTF_32LE));
        }
    }

    private static byte[] codePoints(int... points) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * points.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(points);
        return bytes.array();
    }

    /** In the middle of other bytes, as a cell is. */
    private static String decode(byte[] bytes) {
        byte[] around = new byte[bytes.length + 10];
        Arrays.fill(around, (byte) 'x');
        System.arraycopy(bytes, 0, around, OFFSET, bytes.length);
        return Ucs4Text.decode(around, OFFSET, bytes.length);
    }
}
