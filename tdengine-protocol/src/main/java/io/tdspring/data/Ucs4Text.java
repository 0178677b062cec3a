// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import java.nio.charset.Charset;

/** The text of an NCHAR cell: four bytes a character, the lowest first. */
final class Ucs4Text {

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    /** Longer texts get memory of their own. */
    private static final int SHORT_TEXT = 256;

    /** What a text is put together in before it is copied into a String: a third less memory is taken for a short one. */
    private static final ThreadLocal<char[]> SCRATCH = ThreadLocal.withInitial(() -> new char[SHORT_TEXT]);

    private Ucs4Text() {}

    /** The text; what is no character becomes U+FFFD. */
    static String decode(byte[] bytes, int from, int length) {
        if (length % 4 != 0) {
            return new String(bytes, from, length, UTF_32LE);
        }
        int characters = length / 4;
        char[] text = characters <= SHORT_TEXT ? SCRATCH.get() : new char[characters];
        int all = 0;
        for (int i = 0; i < characters; i++) {
            int one = LittleEndian.i32(bytes, from + 4 * i);
            all |= one;
            text[i] = (char) one;
        }
        boolean isBmp = all >>> Character.SIZE == 0;
        return isBmp ? new String(text, 0, characters) : any(bytes, from, characters);
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
