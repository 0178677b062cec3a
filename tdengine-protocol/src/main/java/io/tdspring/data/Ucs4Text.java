// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The text of an NCHAR cell: four bytes a character, the lowest first. */
final class Ucs4Text {

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    /** What two characters of Latin-1 may have. */
    private static final long LATIN_1 = 0x0000_00ff_0000_00ffL;

    /** Longer texts get memory of their own. */
    private static final int SHORT_TEXT = 256;

    /** What a text is put together in before it is copied into a String: a third less memory is taken for a short one. */
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(() -> new Scratch(SHORT_TEXT));

    private static final class Scratch {

        private final byte[] latin1;
        private final char[] bmp;

        private Scratch(int characters) {
            latin1 = new byte[characters];
            bmp = new char[characters];
        }

        static Scratch of(int characters) {
            return characters <= SHORT_TEXT ? SCRATCH.get() : new Scratch(characters);
        }
    }

    private Ucs4Text() {}

    /** The text; what is no character becomes U+FFFD. */
    static String decode(byte[] bytes, int from, int length) {
        if (length % 4 != 0) {
            return new String(bytes, from, length, UTF_32LE);
        }
        int characters = length / 4;
        int first = characters == 0 ? 0 : LittleEndian.i32(bytes, from);
        String text = first >>> 8 == 0 ? latin1(bytes, from, characters) : null;
        text = text == null ? bmp(bytes, from, characters) : text;
        return text == null ? any(bytes, from, characters) : text;
    }

    /** The text, or null if not all of it is Latin-1. */
    private static @Nullable String latin1(byte[] bytes, int from, int characters) {
        byte[] text = Scratch.of(characters).latin1;
        long all = 0;
        int i = 0;
        for (; i <= characters - 4; i += 4) {
            long first = LittleEndian.i64(bytes, from + 4 * i);
            long second = LittleEndian.i64(bytes, from + 4 * i + 8);
            all |= first | second;
            LittleEndian.i32(text, i, lowBytes(first) | lowBytes(second) << 16);
        }
        for (; i < characters; i++) {
            int one = LittleEndian.i32(bytes, from + 4 * i);
            all |= one;
            text[i] = (byte) one;
        }
        return (all & ~LATIN_1) == 0 ? new String(text, 0, characters, StandardCharsets.ISO_8859_1) : null;
    }

    /** The lowest bytes of two characters, side by side. */
    private static int lowBytes(long two) {
        return (int) (two | two >>> 24) & 0xffff;
    }

    /** The text, or null if not all of it is in the basic multilingual plane. */
    private static @Nullable String bmp(byte[] bytes, int from, int characters) {
        char[] text = Scratch.of(characters).bmp;
        int i = 0;
        int all = 0;
        for (; i <= characters - 2; i += 2) {
            long two = LittleEndian.i64(bytes, from + 4 * i);
            all |= (int) two | (int) (two >>> Integer.SIZE);
            text[i] = (char) two;
            text[i + 1] = (char) (two >>> Integer.SIZE);
        }
        if (i < characters) {
            int last = LittleEndian.i32(bytes, from + 4 * i);
            all |= last;
            text[i] = (char) last;
        }
        return all >>> Character.SIZE == 0 ? new String(text, 0, characters) : null;
    }

    private static String any(byte[] bytes, int from, int characters) {
        StringBuilder text = new StringBuilder(characters + characters / 4);
        for (int i = 0; i < characters; i++) {
            int codePoint = LittleEndian.i32(bytes, from + 4 * i);
            text.appendCodePoint(Character.isValidCodePoint(codePoint) ? codePoint : 0xFFFD);
        }
        return text.toString();
    }
}
