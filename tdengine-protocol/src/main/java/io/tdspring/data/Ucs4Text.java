// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of an NCHAR cell: four bytes a character, the lowest first. */
final class Ucs4Text {

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final int END_OF_LATIN_1 = 0x100;

    private Ucs4Text() {}

    /** The text; what is no character becomes U+FFFD. */
    static String decode(byte[] bytes, int from, int length) {
        int all = combined(bytes, from, length);
        if (length % 4 != 0) {
            return new String(bytes, from, length, UTF_32LE);
        }
        if (all >= 0 && all < END_OF_LATIN_1) {
            return latin1(bytes, from, length / 4);
        }
        return all >= 0 && all <= Character.MAX_VALUE ? bmp(bytes, from, length / 4) : any(bytes, from, length / 4);
    }

    /** All code points or-ed: what its value is below, each of them is. */
    private static int combined(byte[] bytes, int from, int length) {
        int all = 0;
        for (int at = from; at <= from + length - 4; at += 4) {
            all |= LittleEndian.i32(bytes, at);
        }
        return all;
    }

    /** The intermediate array is as small as the text, and the constructor only copies it. */
    private static String latin1(byte[] bytes, int from, int characters) {
        byte[] text = new byte[characters];
        for (int i = 0; i < characters; i++) {
            text[i] = bytes[from + 4 * i];
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static String bmp(byte[] bytes, int from, int characters) {
        char[] text = new char[characters];
        for (int i = 0; i < characters; i++) {
            text[i] = (char) LittleEndian.i32(bytes, from + 4 * i);
        }
        return new String(text);
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
