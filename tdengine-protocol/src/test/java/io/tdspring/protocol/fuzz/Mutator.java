// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages messages in the ways that find faults in decoders: wrong lengths and types, cuts, repetitions and splices. */
final class Mutator {

    private static final long[] EDGES = {
        0,
        1,
        -1,
        2,
        127,
        128,
        255,
        256,
        32767,
        32768,
        65535,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xffff_ffffL,
        Integer.MAX_VALUE - 27L,
        1L << 30,
        1L << 29,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private static final List<String> WORDS = List.of(
            "null",
            "true",
            "\"\"",
            "[]",
            "{}",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "\"",
            "\\",
            "\\ud83d",
            "-1",
            "0",
            "1.5",
            "1e999",
            "-0",
            "9223372036854775808",
            "18446744073709551616",
            "99999999999999999999999999999999999999999",
            "\u0000",
            "\"a\":1,",
            "[[[[[[[[",
            "NaN");

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The message with one change, or half as often two, and so on; some of them come from another message. */
    byte[] damage(byte[] message, byte[] other) {
        byte[] bytes = message.clone();
        do {
            bytes = change(bytes, other);
        } while (bytes.length > 0 && random.nextBoolean());
        return bytes;
    }

    private byte[] change(byte[] bytes, byte[] other) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(9)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2, 3 -> overwrite(bytes, at, number(EDGES[random.nextInt(EDGES.length)]));
            case 4 -> bytes[at] += (byte) (random.nextInt(9) - 4);
            case 5 -> overwrite(bytes, at, word());
            case 6 -> {
                return insert(bytes, at, random.nextBoolean() ? word() : part(bytes));
            }
            case 7 -> {
                return random.nextBoolean() ? Arrays.copyOf(bytes, at) : without(bytes, at);
            }
            default -> overwrite(bytes, at, part(other));
        }
        return bytes;
    }

    private byte[] word() {
        return oneOf(WORDS).getBytes(StandardCharsets.UTF_8);
    }

    /** Of one, two, four or eight bytes. */
    private byte[] number(long value) {
        byte[] bytes = new byte[1 << random.nextInt(4)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (value >>> (8 * i));
        }
        return bytes;
    }

    private byte[] part(byte[] of) {
        int from = random.nextInt(of.length + 1);
        return Arrays.copyOfRange(of, from, Math.min(of.length, from + 1 + random.nextInt(24)));
    }

    private static void overwrite(byte[] bytes, int at, byte[] with) {
        System.arraycopy(with, 0, bytes, at, Math.min(with.length, bytes.length - at));
    }

    private static byte[] insert(byte[] bytes, int at, byte[] what) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + what.length);
        System.arraycopy(what, 0, longer, at, what.length);
        System.arraycopy(bytes, at, longer, at + what.length, bytes.length - at);
        return longer;
    }

    private byte[] without(byte[] bytes, int at) {
        int length = Math.min(bytes.length - at, 1 + random.nextInt(16));
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
        System.arraycopy(bytes, at + length, shorter, at, shorter.length - at);
        return shorter;
    }
}
