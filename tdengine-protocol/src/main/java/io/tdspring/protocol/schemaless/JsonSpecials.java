// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.schemaless;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Looks in UTF-8 for what a string of JSON must have escaped (RFC 8259, 7): eight bytes at a time. */
final class JsonSpecials {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SECOND_BITS = 0x02 * EACH;
    private static final long BEHIND_SPACES = (' ' + 1) * EACH;
    private static final long BACKSLASHES = '\\' * EACH;

    private static final long NEWLINES = '\n' * EACH;
    private static final long BUT_HIGH_BITS = ~HIGH_BITS;

    /** As much as is looked through before asking whether to go on. */
    private static final int PART_BYTES = 4096;

    private JsonSpecials() {}

    /** Where the next special byte is; the length if there is none. */
    static int next(byte[] utf8, int from) {
        int at = from;
        for (; at <= utf8.length - Long.BYTES; at += Long.BYTES) {
            long found = marks((long) EIGHT.get(utf8, at)) & HIGH_BITS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < utf8.length && !isSpecial(utf8[at])) {
            at++;
        }
        return at;
    }

    /**
     * Whether a part of an array has special bytes; a quarter of the time of {@link #next} if it is long.
     *
     * @param until behind the part, with seven bytes more in the array, that are overwritten
     */
    static boolean any(byte[] utf8, int from, int until) {
        Arrays.fill(utf8, until, until + Long.BYTES - 1, (byte) ' ');
        return (marksOfAll(utf8, from, until) & HIGH_BITS) != 0;
    }

    // Java's compiler makes vectors of this, since nothing leaves the loop early.
    private static long marksOfAll(byte[] utf8, int from, int until) {
        long all = 0;
        for (int at = from; at < until; at += Long.BYTES) {
            all |= marks((long) EIGHT.get(utf8, at));
        }
        return all;
    }

    /**
     * Whether a text has newlines and no other special bytes. It may say no of a text in which a number sign follows a
     * newline.
     *
     * @param ascii no byte of which has its high bit set
     */
    static boolean onlyNewlines(byte[] ascii) {
        int words = ascii.length - ascii.length % Long.BYTES;
        for (int from = 0; from < words; from += PART_BYTES) {
            int until = Math.min(words, from + PART_BYTES);
            if ((marksButNewlines(ascii, from, until) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (int at = words; at < ascii.length; at++) {
            if (isSpecial(ascii[at]) && ascii[at] != '\n') {
                return false;
            }
        }
        return true;
    }

    // The same, with newlines unmarked; no addition carries, as the bytes have no high bits.
    private static long marksButNewlines(byte[] ascii, int from, int until) {
        long all = 0;
        for (int at = from; at < until; at += Long.BYTES) {
            long bytes = (long) EIGHT.get(ascii, at);
            all |= marks(bytes) & ((bytes ^ NEWLINES) + BUT_HIGH_BITS);
        }
        return all;
    }

    /**
     * Marks special bytes by their high bits; the lowest mark is right, those above it may not be. With its second bit turned
     * the quotation mark is the one character next to the control characters.
     */
    private static long marks(long bytes) {
        long quotesAndControls = (bytes ^ SECOND_BITS) - BEHIND_SPACES;
        long backslashes = (bytes ^ BACKSLASHES) - EACH;
        return (quotesAndControls | backslashes) & ~bytes;
    }

    private static boolean isSpecial(byte b) {
        return b == '"' || b == '\\' || (b >= 0 && b < ' ');
    }
}
