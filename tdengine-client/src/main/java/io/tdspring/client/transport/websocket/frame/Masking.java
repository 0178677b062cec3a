// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * The masking of what clients send (RFC 6455, 5.3). The keys cannot be foretold (10.3). Confined to one thread at a time.
 */
final class Masking {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final VarHandle KEYS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** So many keys are drawn at once, since a call costs more than the bytes. */
    private static final int KEYS_AT_ONCE = 256;

    private final byte[] drawn = new byte[KEYS_AT_ONCE * Integer.BYTES];
    private int used = drawn.length;

    /** A key; its first byte, for the first byte of a payload, is the highest. */
    int nextKey() {
        if (used == drawn.length) {
            RANDOM.nextBytes(drawn);
            used = 0;
        }
        int key = (int) KEYS.get(drawn, used);
        used += Integer.BYTES;
        return key;
    }

    /**
     * Masks a part of a payload in place.
     *
     * @param key whose first byte is for the first byte of the part
     * @return the key for the part behind it
     */
    static int mask(byte[] bytes, int from, int length, int key) {
        int until = from + length;
        int wordsUntil = until - length % Long.BYTES;
        if (from < wordsUntil) {
            maskWords(bytes, from, wordsUntil, key);
        }
        int rest = key;
        for (int at = wordsUntil; at < until; at++) {
            bytes[at] ^= (byte) (rest >>> 24);
            rest = Integer.rotateLeft(rest, Byte.SIZE);
        }
        return rest;
    }

    // Java's compiler makes vectors of this, three times as fast, but only if it is never called for nothing near the
    // end
    // of the array: the bounds, checked once before the loop, would not hold, and it would go on without vectors.
    private static void maskWords(byte[] bytes, int from, int until, int key) {
        long twice = (long) key << Integer.SIZE | Integer.toUnsignedLong(key);
        long keys = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? twice : Long.reverseBytes(twice);
        for (int at = from; at < until; at += Long.BYTES) {
            LONGS.set(bytes, at, (long) LONGS.get(bytes, at) ^ keys);
        }
    }
}
