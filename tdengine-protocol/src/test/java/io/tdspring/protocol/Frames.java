// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.error.TdengineProtocolException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Function;

/** Frames for tests. */
public final class Frames {

    private static final long SEED = 20261122;
    /** Frames longer than this are cut at a sample of places. */
    private static final int ALL_PREFIXES = 4000;

    private Frames() {}

    /** Bytes written in hexadecimal digits with any white space. */
    public static ByteBuffer of(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
    }

    public static ByteBuffer withOneMoreByte(ByteBuffer frame) {
        return ByteBuffer.allocate(frame.remaining() + 1)
                .put(frame.duplicate())
                .put((byte) 0)
                .flip();
    }

    /** Cuts a frame at every place (of a long one at many) and checks that no prefix is read. */
    public static void assertEveryPrefixIsRefused(ByteBuffer frame, Function<ByteBuffer, ?> reader) {
        int step = 1 + frame.remaining() / ALL_PREFIXES;
        for (int length = 0; length < frame.remaining(); length += step) {
            ByteBuffer prefix = frame.slice(0, length);
            assertThatThrownBy(() -> reader.apply(prefix))
                    .as("%d of %d bytes", length, frame.remaining())
                    .isInstanceOf(TdengineProtocolException.class);
        }
    }

    /** Copies of a frame in which a few bytes have been changed; the same ones in every run. */
    public static final class Mutations {

        private static final int MAX_CHANGES = 4;

        private final Random random = new Random(SEED);

        public ByteBuffer of(ByteBuffer frame) {
            byte[] bytes = new byte[frame.remaining()];
            frame.duplicate().get(bytes);
            int changes = 1 + random.nextInt(MAX_CHANGES);
            for (int i = 0; i < changes; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
            }
            return ByteBuffer.wrap(bytes);
        }
    }
}
