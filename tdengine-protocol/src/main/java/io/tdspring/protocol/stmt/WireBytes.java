// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Little-endian bytes in memory that grows and is used again and again. What is appended from an array is copied in bulk.
 * Confined to one thread.
 */
final class WireBytes {

    private static final int INITIAL_BYTES = 256;

    private byte[] array;
    private ByteBuffer view;
    private int size;

    WireBytes() {
        this(INITIAL_BYTES);
    }

    WireBytes(int initialBytes) {
        array = new byte[initialBytes];
        view = viewOf(array);
    }

    private static ByteBuffer viewOf(byte[] array) {
        return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    }

    int size() {
        return size;
    }

    /** Forgets what lies behind this. */
    void truncate(int newSize) {
        size = newSize;
    }

    /** Appends zeros; returns where they begin. */
    int zeros(int count) {
        int at = room(count);
        Arrays.fill(array, at, size, (byte) 0);
        return at;
    }

    private int room(int count) {
        int at = size;
        size = Math.addExact(at, count);
        if (size > array.length) {
            // Half as much again, unless that is beyond what an array can have.
            array = Arrays.copyOf(array, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(size, at + (at >> 1L) + 64L)));
            view = viewOf(array);
        }
        return at;
    }

    void i8(int value) {
        int at = room(Byte.BYTES);
        array[at] = (byte) value;
    }

    void i16(int value) {
        int at = room(Short.BYTES);
        view.putShort(at, (short) value);
    }

    void i32(int value) {
        int at = room(Integer.BYTES);
        view.putInt(at, value);
    }

    void i64(long value) {
        int at = room(Long.BYTES);
        view.putLong(at, value);
    }

    void setByte(int at, int value) {
        array[at] = (byte) value;
    }

    int intAt(int at) {
        return view.getInt(at);
    }

    void setInt(int at, int value) {
        view.putInt(at, value);
    }

    void clear(int at, int count) {
        Arrays.fill(array, at, at + count, (byte) 0);
    }

    void longs(long[] values, int from, int count) {
        target(count, Long.BYTES).asLongBuffer().put(values, from, count);
    }

    void ints(int[] values, int from, int count) {
        target(count, Integer.BYTES).asIntBuffer().put(values, from, count);
    }

    void shorts(short[] values, int from, int count) {
        target(count, Short.BYTES).asShortBuffer().put(values, from, count);
    }

    void floats(float[] values, int from, int count) {
        target(count, Float.BYTES).asFloatBuffer().put(values, from, count);
    }

    void doubles(double[] values, int from, int count) {
        target(count, Double.BYTES).asDoubleBuffer().put(values, from, count);
    }

    private ByteBuffer target(int count, int width) {
        int at = room(Math.multiplyExact(count, width));
        return view.position(at);
    }

    void bytes(byte[] values, int from, int count) {
        int at = room(count);
        System.arraycopy(values, from, array, at, count);
    }

    void booleans(boolean[] values, int from, int count) {
        int at = room(count);
        for (int i = 0; i < count; i++) {
            array[at + i] = (byte) (values[from + i] ? 1 : 0);
        }
    }

    void bytesOf(WireBytes other) {
        bytes(other.array, 0, other.size);
    }

    /** Appends the last bytes of another. */
    void lastBytesOf(WireBytes other, int count) {
        bytes(other.array, other.size - count, count);
    }

    byte byteAt(int at) {
        return array[at];
    }

    /** Overwrites what begins here with the first bytes of another. */
    void set(int at, WireBytes other, int count) {
        System.arraycopy(other.array, 0, array, at, count);
    }

    /** Appends the last bytes again. */
    void repeat(int count, int times) {
        int from = size - count;
        int end = room(Math.multiplyExact(count, times)) + count * times;
        for (int filled = count; from + filled < end; ) {
            int next = Math.min(filled, end - from - filled);
            System.arraycopy(array, from, array, from + filled, next);
            filled += next;
        }
    }

    /**
     * Appends text in UTF-8.
     *
     * @return how many bytes it has
     * @throws IllegalArgumentException if it holds half of a surrogate pair, which UTF-8 cannot encode; nothing is appended
     */
    int text(String text) {
        int length = text.length();
        int at = room(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size = at;
                return beyondAscii(text);
            }
            array[at + i] = (byte) c;
        }
        return length;
    }

    private int beyondAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw new IllegalArgumentException("half of a surrogate pair");
                }
                i++;
            }
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes(utf8, 0, utf8.length);
        return utf8.length;
    }

    /** A view of everything, valid until more is appended. */
    ByteBuffer part() {
        return part(0, size);
    }

    ByteBuffer part(int from, int to) {
        return ByteBuffer.wrap(array, from, to - from).slice();
    }
}
