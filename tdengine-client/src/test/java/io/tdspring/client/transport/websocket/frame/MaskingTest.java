// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** RFC 6455, section 5.3: byte i of what is sent is byte i of the payload XOR byte (i modulo 4) of the key. */
class MaskingTest {

    private static final int[] KEY = {0x37, 0xfa, 0x21, 0x3d};
    private static final int KEY_AS_NUMBER = 0x37fa213d;

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] masked(byte[] payload, int[] key) {
        byte[] masked = new byte[payload.length];
        for (int i = 0; i < payload.length; i++) {
            masked[i] = (byte) (payload[i] ^ key[i % 4]);
        }
        return masked;
    }

    @Test
    void masksTheExampleOfTheStandard() {
        byte[] hello = {0x48, 0x65, 0x6c, 0x6c, 0x6f};

        Masking.mask(hello, 0, hello.length, KEY_AS_NUMBER);

        // Section 5.7.
        assertThat(hello).isEqualTo(new byte[] {0x7f, (byte) 0x9f, 0x4d, 0x51, 0x58});
    }

    @Test
    void masksEveryLengthAtEveryPlaceUpToTheEndOfTheArray() {
        for (int length = 0; length < 150; length++) {
            byte[] payload = random(length);
            for (int from = 0; from < 17; from++) {
                byte[] bytes = new byte[from + length];
                System.arraycopy(payload, 0, bytes, from, length);

                Masking.mask(bytes, from, length, KEY_AS_NUMBER);

                assertThat(Arrays.copyOfRange(bytes, from, from + length)).isEqualTo(masked(payload, KEY));
                assertThat(Arrays.copyOf(bytes, from)).isEqualTo(new byte[from]);
            }
        }
    }

    @Test
    void goesOnWithTheKeyWhereverAPayloadIsCut() {
        byte[] payload = random(100);
        for (int cut = 0; cut <= payload.length; cut++) {
            byte[] bytes = payload.clone();

            int rest = Masking.mask(bytes, 0, cut, KEY_AS_NUMBER);
            Masking.mask(bytes, cut, bytes.length - cut, rest);

            assertThat(bytes).isEqualTo(masked(payload, KEY));
        }
    }

    @Test
    void touchesNothingBehindAPart() {
        byte[] bytes = new byte[100];

        Masking.mask(bytes, 3, 21, KEY_AS_NUMBER);

        assertThat(Arrays.copyOfRange(bytes, 24, 100)).containsOnly(0);
    }

    @Test
    void masksMessagesThatEndAnywhereInTheMemoryOfAWriter() throws IOException {
        for (int before = 65_400; before < 65_560; before++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            FrameWriter writer = new FrameWriter(out);
            byte[] payload = random(300);

            writer.write(0x82, ByteBuffer.allocate(before - 14));
            writer.write(0x82, ByteBuffer.wrap(payload, 0, 9), ByteBuffer.wrap(payload, 9, 291));
            writer.flush();

            ByteBuffer frame = ByteBuffer.wrap(out.toByteArray());
            frame.position(frame.limit() - 300 - 4);
            int[] key = new int[4];
            Arrays.setAll(key, i -> frame.get());
            byte[] sent = new byte[300];
            frame.get(sent);
            assertThat(sent).isEqualTo(masked(payload, key));
        }
    }
}
